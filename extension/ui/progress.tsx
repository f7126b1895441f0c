/** Work in course, always with words. */
export const Progress = ({ text }: { text: string }) => (
  <output class="progress">
    <span class="progress-mark" aria-hidden="true" />
    <span>{text}</span>
  </output>
)
