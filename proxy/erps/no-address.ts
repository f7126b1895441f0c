import type { PostalAddress } from '../../shared/api.ts'

/** Where the ERP knows no address. */
export const noAddress: PostalAddress = {
  street: '',
  number: '',
  complement: '',
  district: '',
  city: '',
  state: '',
  zip: '',
}
