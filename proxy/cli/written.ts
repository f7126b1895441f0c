import { writeFailure } from '../store/write-failure.ts'

/** @throws what the work throws; what the system refused as `disk-full` or `store-write-failed` */
export const written = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work()
  } catch (thrown) {
    throw writeFailure(thrown)
  }
}
