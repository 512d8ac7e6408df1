/** `JSON.parse` keeps the last of two equal names without a word; a file's header must not have them. */

/**
 * The first name that an object in the text gives twice, at any depth; `undefined` where there is none.
 * The text is known to be JSON.
 * @example firstDuplicateName('{"a": 1, "b": {"a": 2}, "a": 3}') // 'a'
 */
export function firstDuplicateName(json: string): string | undefined {
  const open: (Set<string> | undefined)[] = [];
  let isName = false;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]/gs)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    const names = open.at(-1);
    if (token.startsWith('"')) {
      if (!isName || !names) continue;
      // Two spellings of one name ("a" and "\u0061") are one name.
      const name = JSON.parse(token) as string;
      if (names.has(name)) return name;
      names.add(name);
      isName = false;
    } else isName = (token === '{' || token === ',') && names !== undefined;
  }
  return undefined;
}
