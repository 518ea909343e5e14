import type { RecordedClaim } from '#server/domain/recorded-claim.ts'
import type { RecordedReply } from '#server/domain/recorded-reply.ts'
import { paths } from '#server/paths.ts'
import { WithdrawForm, type WithdrawFormProps } from '../claim/withdraw-page.tsx'
import { wording } from '../words/wording.ts'
import { ReplyBox } from './reply-box.tsx'

type Props = Pick<WithdrawFormProps, 'viewer' | 'values' | 'errors' | 'isStale'> & {
  readonly claim: RecordedClaim
  readonly reply: RecordedReply
}

/** Withdraw a reply, or put it back. */
export const WithdrawReplyPage = ({ claim, reply, ...form }: Props) => (
  <WithdrawForm
    {...form}
    what="reply"
    isBack={reply.withdrawnReason !== undefined}
    lede={{
      withdraw: wording().reply.withdrawLede,
      putBack: wording().reply.putBackLede,
    }}
    action={paths.withdrawReply(claim, reply)}
    cancel={paths.reply(claim, reply)}
  >
    <ReplyBox reply={reply} claim={claim} level={2} />
  </WithdrawForm>
)
