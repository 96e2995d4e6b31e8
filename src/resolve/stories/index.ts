export { groupStories, StoryGrouper } from './group-stories.ts';
export { type StoryTerms, storyTerms } from './story-terms.ts';
