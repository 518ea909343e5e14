/** The Admiralty scale for how reliable a source is. */
export const gradeWords: Readonly<Record<string, string>> = {
  A: 'A: completely reliable',
  B: 'B: usually reliable',
  C: 'C: fairly reliable',
  D: 'D: not usually reliable',
  E: 'E: unreliable',
  F: 'F: reliability cannot be judged',
}
