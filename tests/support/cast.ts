/** The people and things that tests, seeds and pictures share. */
export const cast = {
  hanako: { name: '佐藤 花子', email: 'hanako@example.jp' },
  tom: { name: 'Tom Baker', email: 'tom@example.com' },
  ichiro: { name: '田中 一郎', email: 'ichiro@aruku.example', password: 'walking is a fine habit', language: 'ja' },
  emma: { name: 'Emma Clark', email: 'emma@aruku.example', password: 'boots made for walking', language: 'en' },
  careHours: {
    mon: ['10:00-18:00'],
    tue: ['10:00-18:00'],
    wed: ['10:00-18:00'],
    thu: ['10:00-18:00'],
    fri: ['10:00-18:00'],
    sat: [],
    sun: [],
  },
} as const;
