/**
 * How mail programs introduce what they quote, in the languages that they speak. Words only: what follows from them is
 * for quoted-history.ts.
 */

const FROM =
  "From|Von|De|Da|Van|Från|Fra|Od|Feladó|Kimden|发件人|發件人|寄件者|寄件人|差出人|送信者|보낸 ?사람|발신자|От|От кого|Від";
const DATE =
  "Sent|Date|Sent on|Gesendet|Gesendet am|Datum|Envoyé|Envoyé le|Date d'envoi|Enviado|Enviado el|Fecha|Data|Inviato|" +
  "Verzonden|Skickat|Sendt|Wysłano|发送时间|发送日期|發送時間|日期|时间|時間|寄件日期|傳送時間|送信日時|日時|送信日|" +
  "보낸 ?날짜|보낸 ?시간|날짜|발신일|Отправлено|Дата|Дата отправки|Надіслано";
const TO = "To|An|À|A|Para|Naar|Aan|Till|Til|Do|Cc|Kopie|收件人|收件者|抄送|宛先|받는 ?사람|수신자|참조|Кому|Копия";
const SUBJECT =
  "Subject|Betreff|Objet|Asunto|Assunto|Oggetto|Onderwerp|Ämne|Emne|Temat|主题|主題|主旨|标题|件名|제목|Тема";

function label(words: string): RegExp {
  return new RegExp(`^[*_]{0,2}(?:${words})[*_]{0,2}\\s?[:：]`, "iu");
}

/** Lines of the header that Outlook and others put before what they quote. */
export const HEADER_LABELS = {
  from: label(FROM),
  date: label(DATE),
  to: label(TO),
  subject: label(SUBJECT),
} as const;

const ORIGINAL =
  "Original Message|Original Appointment|Forwarded message|Forwarded by .{1,80}|Reply message|Ursprüngliche Nachricht|" +
  "Original-Nachricht|Originalnachricht|Weitergeleitete Nachricht|Message d['’]origine|Message original|" +
  "Message transféré|Courriel original|Mensaje original|Mensaje reenviado|Messaggio originale|Messaggio inoltrato|" +
  "Mensagem original|Oorspronkelijk bericht|Doorgestuurd bericht|原始邮件|原始郵件|原邮件|转发的?邮件|转发邮件信息|轉寄的?郵件|" +
  "回复的原邮件|元のメッセージ|元のメール|転送メッセージ|転送されたメッセージ|원본 ?(?:메일|메시지)|전달된 ?(?:메일|메시지)|" +
  "Исходное сообщение|Оригинальное сообщение|Пересылаемое сообщение|Пересланное сообщение|Перенаправленное сообщение";
/** "-----Original Message-----" */
export const ORIGINAL_MESSAGE = new RegExp(`^[-_=*]{2,}\\s*(?:${ORIGINAL})\\s*[-_=*]{2,}$`, "iu");

/** "Begin forwarded message:", as Apple's programs write it. */
export const FORWARDED_BELOW =
  /^(?:Begin forwarded message|Anfang der weitergeleiteten (?:Nachricht|E-Mail)|Début du message (?:réexpédié|transféré)|Inicio del mensaje reenviado|Inizio messaggio inoltrato|下面是被转发的邮件|以下是轉寄的郵件|開始轉寄郵件|転送されたメッセージ|전달된 메(?:시지|일) 시작|Начало переадресованного сообщения)\s*[:：]$/iu;

const WROTE =
  /(?:\bwrote|\bschrieb|\bgeschrieben|\ba écrit|\bescribió|\bha scritto|\bescreveu|\bschreef|\bskrev|\bpisze|\bnapisał\(?a?\)?|写道|寫道|写了|のメール|が書きました|は書きました|さんは書きました|님이 작성(?:했습니다)?|님이 쓴 글|작성|написал(?:\(а\)|а)?|пишет|писал\(?а?\)?)[\u00a0 ]?[:：]$/iu;
/** "Am 4. Mai 2026 schrieb Frau Keller:" and "Le 4 mai 2026, Mme Roux a écrit :" with the name behind the verb. */
const WROTE_THEN_NAME = /^(?:Am|Den)\s.{5,200}\s(?:schrieb|skrev)\s.{2,150}:$/iu;
const ADDRESS = /[^\s<>@]+@[^\s<>@]+\.[a-z]/iu;
const TIME = /\d{1,2}[:.h]\d{2}/u;
const DATE_DIGITS = /\b\d{4}\b|\d{4}[年년]|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/u;
const MAX_ATTRIBUTION_UTF16 = 400;

/** How sure it is that a line says who wrote what follows, and when. */
export type AttributionStrength = "none" | "weak" | "strong";

/** "On 4 May 2026 at 12:30, Ana Petrova <ana@example.org> wrote:" */
export function attributionStrength(text: string): AttributionStrength {
  if (text.length > MAX_ATTRIBUTION_UTF16 || !/[:：]$/u.test(text)) return "none";
  const tells = [ADDRESS, TIME, DATE_DIGITS].filter((pattern) => pattern.test(text)).length;
  const says = WROTE.test(text) || WROTE_THEN_NAME.test(text);
  if (says) return tells >= 2 ? "strong" : "weak";
  // Google's programs leave the verb out in some languages.
  return tells === 3 && /<[^<>]+>\s?[:：]$/u.test(text) ? "strong" : "none";
}
