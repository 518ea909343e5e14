import type { RecordedClaim } from '#server/domain/recorded-claim.ts'
import type { RecordedReply } from '#server/domain/recorded-reply.ts'
import { paths } from '#server/paths.ts'
import { WithdrawForm, type WithdrawFormProps } from '../claim/withdraw-page.tsx'
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
      withdraw:
        'It stays with its claim, marked as withdrawn, and is no longer shown in comparisons and beside contradictions. It can be put back.',
      putBack: 'It is shown again wherever its claim is. The history keeps both steps.',
    }}
    action={paths.withdrawReply(claim, reply)}
    cancel={paths.reply(claim, reply)}
  >
    <ReplyBox reply={reply} claim={claim} level={2} />
  </WithdrawForm>
)
