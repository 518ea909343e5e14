import type { Visibility } from '#server/domain/access.ts'

/** Who sees a topic, in words; undefined where everybody does, which needs none. */
export const seenBy: Readonly<Record<Visibility, string | undefined>> = {
  public: undefined,
  team: 'Team: whoever has an account here sees it.',
  private: 'Private: only its members see it.',
}

/** The same as a tag beside a title. */
export const visibilityTag: Readonly<Record<Visibility, string | undefined>> = {
  public: undefined,
  team: 'Team',
  private: 'Private',
}
