/** What the look of a name says about a body that the registry does not know. */

import type { Kind } from '../registry/registry.js';
import type { Level, Place } from './place.js';

const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/法院$/, 'court'],
  [/检察院$/, 'procuratorate'],
  [
    /(?:公司|集团|银行|[支分]行|企业|厂|商场|酒店|宾馆|运营商|联社|信用社|农信社|邮政|电力|燃气|水务|铁塔|移动|联通|电信)$/,
    'enterprise',
  ],
  [/(?:协会|学会|商会|联合会|促进会|基金会|研究会|联谊会|总会|联盟|[侨文残妇]联|总工会)$/, 'association'],
  [
    /(?:党委|党组|党工委|党总支|机关工委|党支部)$|^中共|(?:[市区县省州盟旗]|党)委(?!员|会|托).{0,12}(?:部|办|办公室|工委|办公厅|局)$|[市区县省州盟旗]委$/,
    'party',
  ],
  [/(?:办公室|办公厅|指挥部|领导小组|联席会议|管委会|管理委员会|委员会|大厅)$/, 'organ'],
  [/(?:中心|医院|学校|学院|大学|中学|小学|院|所|馆|站|台|社|校|园|场|[大支总中]队|团|处|基地|库|段)$/, 'institution'],
  [/(?:局|委|办|部|厅|署|会|政府|公署|关|室|组|专班|司|科|股|行署)$/, 'organ'],
];

/** The kind that a name's ending speaks for; null for what is no body (persons, posts). */
export function kindOf(name: string): Kind | null {
  const bare = name.replace(/\([^()]*\)$/, '');
  return KINDS.find(([ending]) => ending.test(bare))?.[1] ?? null;
}

const SCOPES: readonly (readonly [RegExp, Level])[] = [
  [/^(?:各)?(?:省|自治区)[级直属]|省[级直属]/, 'province'],
  [/^(?:各)?[市州][级直属]|[市州][级直属]/, 'city'],
  [/[区县旗][级直属]/, 'district'],
  [/街道|乡镇|镇街|各镇|各乡|镇\(|乡\(|社区|村/, 'town'],
  [/区县|县区|县市|市县区|各区|各县|县\(|区\(|县、|区、/, 'district'],
  [/各市|市州|市\(|设区市|地市/, 'city'],
  [/各省|省级/, 'province'],
];

/** The level of the bodies in a group: 区级各相关部门 the district's, 各街道办事处 the towns'. */
export function scopeOf(name: string, here: Place): Level {
  return SCOPES.find(([pattern]) => pattern.test(name))?.[1] ?? here.level;
}
