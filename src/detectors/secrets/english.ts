/** The letter pairs that make up about four fifths of English and of identifiers in source. */
const commonPairs = new Set(
  `th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic ne
  ea ra ce li ch ll be ma si om ur ec ss ac il ta la ns lo di pe us ut nc el so tr ho ee ss et ke ey ok im id ge ag
  ad am ap pp pl ly ow wo wn no ot oo ct ca po pr ul un um up ab ai ay bl bo br by cl cr cu da do du em ep ex fa fe fi
  fo fr ft ga gh gi gr gu ie if ig ir iv ki ks ld lt mi mo mp na nu od ol op os ov pa pi qu rd rk rm rn rs rt ru ry sa
  sc sh sp su sw sy tu ty ub uc ue ui ug vi wa we wh wi ws yo ys`.split(/\s+/),
);

/** Share of common pairs from which a run of letters counts as a word; random letters reach about 0.3. */
const leastCommonShare = 0.6;

/** How many characters of a text belong to words of four letters or more, as in `userAccess_TOKEN2`. */
export function charactersInWords(text: string): number {
  const runs = text.match(/[A-Z]?[a-z]{3,}|[A-Z]{4,}/g) ?? [];
  return runs.filter(isWordLike).reduce((sum, run) => sum + run.length, 0);
}

function isWordLike(run: string): boolean {
  const word = run.toLowerCase();
  let common = 0;
  for (let index = 1; index < word.length; index++) {
    if (commonPairs.has(word.slice(index - 1, index + 1))) common++;
  }
  return common / (word.length - 1) >= leastCommonShare;
}
