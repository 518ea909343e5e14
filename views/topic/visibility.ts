import type { Visibility } from '#server/domain/access.ts'
import { wording } from '../words/wording.ts'

/** Who sees a topic, as a tag beside its title; undefined where everybody does, which needs none. */
export const visibilityTag: Readonly<Record<Visibility, string | undefined>> = {
  public: undefined,
  get team() {
    return wording().topic.tags.team
  },
  get private() {
    return wording().topic.tags.private
  },
}
