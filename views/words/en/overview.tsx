/** Pages that show the whole of a topic. */
export const overview = {
  ways: {
    label: 'Ways to look at this topic',
    compare: 'Positions side by side',
    matrix: 'Party by party',
    groups: 'Group by group',
    'common-ground': 'Common ground',
    timeline: 'Over time',
  },
}
