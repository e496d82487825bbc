/** Names that only their list makes whole: 岚城乡、北厝镇人民政府; 各乡镇党委、政府. */

/** Suffixes that the last name of a list lends to bare names of towns and counties before it. */
const LENT =
  /^[\u4e00-\u9fa5]{2,10}?(?:镇|乡|街道|县|区|市|旗)(人民政府|政府|街道办事处|办事处|街道办|管委会|党委|党工委)$/;
const LENT_ENDS = '府处办会委';
const BARE_TOWN = /^(?!各|有关|相关)[\u4e00-\u9fa5]{2,8}(?:镇|乡|街道|县|旗)$/;
/** Cheap look before the others: only names that end like these can be parts. */
const BARE_ENDS = '镇乡县旗府委会处道)';
const REST_OF_GROUP = /^(?:人民政府|政府|党委|党工委|管委会|办事处)$/;
const GROUP_FIRSTS = '各有相';
const GROUP_BODY = /(?:人民政府|政府|党委|党工委|委)$/;

/** Input: the folded names of one list, in order. Output: the same names made whole. */
export function wholeNames(names: readonly string[]): readonly string[] {
  if (names.length < 2 || !names.some((name) => BARE_ENDS.includes(name.charAt(name.length - 1)))) return names;
  const whole = [...names];
  let suffix: string | null = null;
  for (let i = names.length - 1; i >= 0; i--) {
    const name = names[i] as string;
    const lent = LENT_ENDS.includes(name.charAt(name.length - 1)) ? LENT.exec(name) : null;
    if (lent && !/^(?:各|有关|相关)/.test(name)) suffix = lent[1] as string;
    else if (suffix !== null && BARE_TOWN.test(name))
      whole[i] = name.endsWith('街道') ? `${name}办事处` : name + suffix.replace(/^街道/, '');
    else suffix = null;
  }
  for (let i = 1; i < names.length; i++) {
    const before = names[i - 1] as string;
    if (
      GROUP_FIRSTS.includes(before.charAt(0)) &&
      /^(?:各|有关|相关)/.test(before) &&
      GROUP_BODY.test(before) &&
      REST_OF_GROUP.test((names[i] as string).replace(/\([^()]*\)$/, ''))
    ) {
      whole[i] = before.replace(GROUP_BODY, '') + names[i];
    }
  }
  return whole;
}
