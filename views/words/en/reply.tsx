import type { Child } from 'hono/jsx'

/** What a party answers to a claim, and its forms. */
export const reply = {
  by: (party: Child) => <>Reply by {party}</>,
  withdrawn: (reason: Child) => (
    <>
      <strong>Withdrawn.</strong> {reason}
    </>
  ),
  theReply: (party: string) => (
    <>
      The reply<span class="visually-hidden"> of {party}</span>
    </>
  ),
  comma: ', ',
  edit: (party: string) => (
    <>
      Edit<span class="visually-hidden"> the reply by {party}</span>
    </>
  ),
  withdraw: (party: string) => (
    <>
      Withdraw<span class="visually-hidden"> the reply by {party}</span>
    </>
  ),
  putBack: (party: string) => (
    <>
      Put back<span class="visually-hidden"> the reply by {party}</span>
    </>
  ),
  byOn: (party: Child, day: Child) => (
    <>
      Reply by {party}, {day}
    </>
  ),

  addTitle: 'Add a reply',
  editTitle: 'Edit reply',
  lede: 'A reply is what a party answers to this claim. It is shown with the claim, whatever it says, and changes no verdict.',
  more: 'More on replies',
  save: 'Save reply',
  saveChanges: 'Save changes',
  cancel: 'Cancel',
  longText: (add: (words: string) => Child) => (
    <>
      To keep a long text, a file or a page, {add('add it as a source')} first; it can then be
      chosen here.
    </>
  ),
  answer: 'The answer',
  party: 'Party that answers',
  partyHint: 'Whose claim it is, or another party that the claim is about.',
  chooseParty: 'Choose a party',
  person: 'Person who answered',
  statement: 'Statement',
  statementHint: 'What the party answers, in one neutral sentence of your own.',
  said: 'Answered on',
  saidHint: 'As exactly as it is known: 2016-01-03, 2016-01, about 2016-01~. Not before the claim.',
  why: 'Why',
  reason: 'Reason for this change',
  reasonHint: 'Shown in the history.',
  onRecord: 'This reply is on record already',
  nothingSaved: 'Everything is the same, so nothing was saved.',
  seeReply: 'See the reply',
  savedBefore: 'This form was saved before, as another reply',
  savedBeforeLede:
    'Nothing more was saved. What you typed is below; press “Save reply” to record it as a reply of its own.',

  withdrawTitle: 'Withdraw a reply',
  putBackTitle: 'Put a reply back',
  withdrawLede:
    'It stays with its claim, marked as withdrawn, and is no longer shown in comparisons and beside contradictions. It can be put back.',
  putBackLede: 'It is shown again wherever its claim is. The history keeps both steps.',
}
