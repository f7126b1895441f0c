import { AppError } from '../../shared/errors.ts'

/** @throws what the work throws; what the system refused as `store-write-failed` */
export const written = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work()
  } catch (thrown) {
    throw thrown instanceof AppError ? thrown : new AppError('store-write-failed', { cause: thrown })
  }
}
