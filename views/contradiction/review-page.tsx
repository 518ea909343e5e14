import { wording } from '../words/wording.ts'
import { ReviewRegion, type ReviewRegionProps } from './review-region.tsx'

/** One contradiction to decide on by itself, and what a refused form comes back as. */
export const ReviewPage = (props: ReviewRegionProps) => (
  <>
    <h1>{wording().review.one}</h1>
    <ReviewPart {...props} />
  </>
)

/** The same, to stand where the queue's pair stood. */
export const ReviewPart = (props: ReviewRegionProps) => (
  <div id="review" class="stack" data-keys>
    <ReviewRegion {...props} />
  </div>
)
