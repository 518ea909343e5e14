/**
 * Letters for positions: A, B, … Z, AA, AB, … by their place in the issue. They do not depend on the
 * baseline, so the same letter is the same position whoever is compared with whom.
 * @param place - from 0
 */
export const letterOf = (place: number): string =>
  place < 26
    ? String.fromCharCode(65 + place)
    : `${letterOf(Math.floor(place / 26) - 1)}${letterOf(place % 26)}`
