import type { Words } from '../english.ts'
import { refusals } from './problems.tsx'

export const passkeys: Words['passkeys'] = {
  errors: {
    NotAllowedError: 'لم يُفعل شيء: أُلغيت العملية، أو طالت، أو لم يُعثر على مفتاح مرور لهذا الموقع.',
    AbortError: 'لم يُفعل شيء: أُلغيت العملية.',
    InvalidStateError: 'لم يُفعل شيء: على هذا الجهاز مفتاح مرور لحسابك من قبل.',
    NotSupportedError: 'لم يُفعل شيء: لا يستطيع هذا الجهاز إنشاء مفتاح مرور من النوع المطلوب.',
    ConstraintError:
      'لم يُفعل شيء: لا يستطيع هذا الجهاز فتح مفتاح مرور. عيّن قفل شاشة أو رقمًا سريًا أولًا.',
    SecurityError: 'لم يُفعل شيء: لا يمكن استعمال مفاتيح مرور هذا الموقع في هذا العنوان.',
  },
  otherwise: 'لم يُفعل شيء: تعذّر استعمال مفتاح المرور.',
  noAnswer: 'لم يُفعل شيء: لم يجب الخادم. حاول من جديد.',
  refusals: {
    sign_in_needed: refusals['sign-in-needed'],
    forbidden: refusals.forbidden,
    cross_site: refusals['cross-site'],
    form_expired: refusals['form-expired'],
    rate_limited: refusals['rate-limited'],
    busy: refusals.busy,
    database_unavailable: refusals['database-unavailable'],
    read_only: refusals['read-only'],
    internal: refusals.internal,
  },
}
