/** Which of the things inside the page a person wants on a site. */
export interface InlineFeatures {
  toolbar: boolean
  record: boolean
  chips: boolean
  marks: boolean
}
