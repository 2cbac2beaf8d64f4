import type { AgreementRow } from '@lianyu/projections/folds';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Card, useNames, useOrganisations } from '../ui/index.ts';
import { type Group, groups, type League, leagues, TILE, WIDTH } from './places.ts';
import { type Link, relationsOf } from './relations.ts';

/** 合作关系: tiles and dots, never borders. */
export function RelationMap({ agreements }: { agreements: readonly { row: AgreementRow; stalled: boolean }[] }) {
  const { t, i18n } = useTranslation();
  const organisations = useOrganisations();
  const nameOf = useNames();
  const { links, nodes, settled, hidden, height } = useMemo(() => relationsOf(organisations.values(), agreements), [organisations, agreements]);
  const zones = nodes.length + [...settled.values()].reduce((sum, each) => sum + each.length, 0);
  const shownGroups = [...new Set(nodes.map(({ group }) => group))];
  return (
    <Card className="map" title={t('wall.map')} extra={<span className="tag plain">{t('wall.schematic')}</span>} flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="drawing" aria-label={t('wall.map')} tabIndex={0}>
        <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={t('wall.mapOf', { zones, links: links.length })}>
          {codes.map((code) => (
            <rect
              key={code}
              className={settled.has(code) ? 'tile zone' : 'tile'}
              x={leagues[code].x}
              y={leagues[code].y}
              width={TILE.width}
              height={TILE.height}
              rx={6}
            />
          ))}
          {links.map((link) => (
            <path key={link.key} className={`link ${link.state}`} d={curve(link)} strokeWidth={1.5 + Math.min(link.count, 4)}>
              <title>{`${link.parties.map(nameOf).join(' — ')} · ${link.count} · ${t(`wall.link.${link.state}`)}`}</title>
            </path>
          ))}
          {codes.map((code) => (
            <text
              key={code}
              className={settled.has(code) ? 'league zone' : 'league'}
              x={leagues[code].x + TILE.width / 2}
              y={leagues[code].y + TILE.height / 2 + 5}
              style={i18n.language === 'en' ? { fontSize: 12 } : undefined}
            >
              {t(`wall.league.${code}`)}
              <title>{[t(`wall.league.${code}`), ...(settled.get(code) ?? []).map(nameOf)].join('\n')}</title>
            </text>
          ))}
          {shownGroups.map((group: Group) => (
            <text key={group} className="group" x={groups[group].x - 8} y={groups[group].y - 22}>
              {t(`wall.group.${group}`)} {hidden.has(group) ? t('wall.and', { number: hidden.get(group) ?? 0 }) : ''}
            </text>
          ))}
          {nodes.map(({ id, x, y }) => (
            <g key={id} className="node">
              <circle cx={x} cy={y} r={6} />
              <text x={x + 11} y={y + 5}>
                {shorter(nameOf(id))}
              </text>
              <title>{nameOf(id)}</title>
            </g>
          ))}
        </svg>
      </section>
      <ul className="legend">
        {(['open', 'stalled', 'signed', 'registered'] as const).map((state) => (
          <li key={state}>
            <svg viewBox="0 0 30 8" aria-hidden="true">
              <path className={`link ${state}`} d="M1 4H29" strokeWidth={2.5} />
            </svg>
            {t(`wall.link.${state}`)}
          </li>
        ))}
      </ul>
    </Card>
  );
}

const codes = Object.keys(leagues) as League[];

/** Bowed a little, so that lines between the same rows do not lie on each other. */
function curve({ from, to }: Link): string {
  const bow = 0.14;
  const x = (from.x + to.x) / 2 - (to.y - from.y) * bow;
  const y = (from.y + to.y) / 2 + (to.x - from.x) * bow;
  return `M${from.x} ${from.y}Q${x} ${y} ${to.x} ${to.y}`;
}

/** What kind of zone it is stands in the full name. */
const shorter = (name: string) => name.replace(/经开区$|人民政府$| ETDZ$| (?:People's )?Government$/, '');
