import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

/** The two ways in which a paper agreement comes in. */
export function RegisterMenu() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const items = [
    { key: 'register', label: t('registration.registerOne'), onClick: () => void navigate('/agreements/register') },
    { key: 'import', label: t('registration.importMany'), onClick: () => void navigate('/agreements/import') },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button>{t('registration.register')}</Button>
    </Dropdown>
  );
}
