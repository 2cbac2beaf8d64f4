import { type ListSource, type ReferenceOrganisation, zonesFrom } from './entry.ts';

/** In the lists that circulate; not read entry by entry. */
const listed: ListSource = { source: '国家级经开区名录（未逐项核实）', verified: false };
const heilongjiang: ListSource = { source: '黑龙江省国家级经开区名录（2018）', verified: true };
const border: ListSource = { source: '边境经济合作区名录（未逐项核实）', verified: false };

/** 京津冀. */
export const capitalRegion: readonly ReferenceOrganisation[] = [
  ...zonesFrom(
    'etdz',
    listed,
    `
beijing          | 北京       | Beijing          | 110115
tianjin          | 天津       | Tianjin          | 120116
xiqing           | 西青       | Xiqing           | 120111
wuqing           | 武清       | Wuqing           | 120114
tianjin-ziya     | 天津子牙   | Tianjin Ziya     | 120118
beichen          | 北辰       | Beichen          | 120113
dongli           | 东丽       | Dongli           | 120110
qinhuangdao      | 秦皇岛     | Qinhuangdao      | 130371
langfang         | 廊坊       | Langfang         | 131071
cangzhou-lingang | 沧州临港   | Cangzhou Lingang | 130973
caofeidian       | 唐山曹妃甸 | Caofeidian       | 130209
handan           | 邯郸       | Handan           | 130471`,
  ),
  ...zonesFrom('etdz', { source: '石家庄经开区2012年升级的报道（转载）', verified: true }, 'shijiazhuang | 石家庄 | Shijiazhuang | 130109'),
];

/** 黄河流域. Without 酒泉 and 石嘴山, which are no national zones any more. */
export const yellowRiver: readonly ReferenceOrganisation[] = zonesFrom(
  'etdz',
  listed,
  `
taiyuan         | 太原       | Taiyuan         | 140171
datong          | 大同       | Datong          | 140271
jinzhong        | 晋中       | Jinzhong        | 140700
jincheng        | 晋城       | Jincheng        | 140500
qingdao         | 青岛       | Qingdao         | 370211
yantai          | 烟台       | Yantai          | 370676
dongying        | 东营       | Dongying        | 370571
dezhou          | 德州       | Dezhou          | 371400
mingshui        | 明水       | Mingshui        | 370114
binzhou         | 滨州       | Binzhou         | 371600
liaocheng       | 聊城       | Liaocheng       | 371500
weifang-binhai  | 潍坊滨海   | Weifang Binhai  | 370772
rizhao          | 日照       | Rizhao          | 371171
weihai          | 威海       | Weihai          | 371072
zhengzhou       | 郑州       | Zhengzhou       | 410171
luoyang         | 洛阳       | Luoyang         | 410300
kaifeng         | 开封       | Kaifeng         | 410200
xinxiang        | 新乡       | Xinxiang        | 410772
puyang          | 濮阳       | Puyang          | 410972
hebi            | 鹤壁       | Hebi            | 410671
xuchang         | 许昌       | Xuchang         | 411071
luohe           | 漯河       | Luohe           | 411171
xian            | 西安       | Xi'an           | 610112
hanzhong        | 汉中       | Hanzhong        | 610700
yulin           | 榆林       | Yulin           | 610800
lanzhou         | 兰州       | Lanzhou         | 620100
jinchang        | 金昌       | Jinchang        | 620300
tianshui        | 天水       | Tianshui        | 620500
zhangye         | 张掖       | Zhangye         | 620700
yinchuan        | 银川       | Yinchuan        | 640100
xining          | 西宁       | Xining          | 630100
golmud-kunlun   | 格尔木昆仑 | Golmud Kunlun   | 632801`,
);

/** 东北. */
export const northeast: readonly ReferenceOrganisation[] = [
  ...zonesFrom(
    'etdz',
    heilongjiang,
    `
harbin       | 哈尔滨     | Harbin        | 230108
harbin-limin | 哈尔滨利民 | Harbin Limin  | 230111
binxi        | 宾西       | Binxi         | 230125
shuangyashan | 双鸭山     | Shuangyashan  | 230500
daqing       | 大庆       | Daqing        | 230600
mudanjiang   | 牡丹江     | Mudanjiang    | 231000
hailin       | 海林       | Hailin        | 231083
suihua       | 绥化       | Suihua        | 231200`,
  ),
  ...zonesFrom(
    'etdz',
    listed,
    `
changchun         | 长春       | Changchun         | 220171
changchun-auto    | 长春汽车   | Changchun Auto    | 220174
jilin             | 吉林       | Jilin             | 220271
siping-hongzui    | 四平红嘴   | Siping Hongzui    | 220300
songyuan          | 松原       | Songyuan          | 220771
dalian            | 大连       | Dalian            | 210213
shenyang          | 沈阳       | Shenyang          | 210106
yingkou           | 营口       | Yingkou           | 210800
jinzhou           | 锦州       | Jinzhou           | 210700
panjin-liaobin    | 盘锦辽滨   | Panjin Liaobin    | 211100
tieling           | 铁岭       | Tieling           | 211200
lushun            | 旅顺       | Lushun            | 210212`,
  ),
  ...zonesFrom(
    'becz',
    border,
    `
suifenhe | 绥芬河 | Suifenhe | 231081
heihe    | 黑河   | Heihe    | 231100
hunchun  | 珲春   | Hunchun  | 222404
helong   | 和龙   | Helong   | 222406
dandong  | 丹东   | Dandong  | 210600`,
  ),
];
