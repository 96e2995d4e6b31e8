/**
 * What mail programs write in over other people's messages, in the languages that they are made in. The labels and separators are
 * those of Outlook, the lines over a quotation those of Thunderbird, Apple Mail and Gmail (`reply_header` in Thunderbird's own
 * translations); the marks of forwarded subjects are after Wikipedia's "List of email subject abbreviations".
 */

const alternatives = (list: string): string =>
  list
    .split('|')
    .map((word) => word.replaceAll(' ', '\\s+'))
    .join('|');

const FROM =
  'from|von|de|da|van|от|від|od|från|fra|lähettäjä|kimden|gönderen|feladó|odesílatel|odosielateľ|de la|expeditor|από|מאת|من|发件人|發件人|寄件者|差出人|보낸 사람|saatja|siuntėjas|sūtītājs|šalje|pošiljatelj|подател|выслаў';
const SENT =
  'sent|date|gesendet|datum|envoyé|date d’envoi|enviado|enviado el|enviada em|fecha|data|inviato|verzonden|отправлено|дата|дата отправки|надіслано|wysłano|skickat|sendt|dato|lähetetty|päivämäärä|gönderildi|tarih|elküldve|dátum|odesláno|odoslané|trimis|στάλθηκε|ημερομηνία|נשלח|תאריך|تاريخ الإرسال|التاريخ|发送时间|日期|送信日時|日付|보낸 날짜|saadetud|išsiųsta|nosūtīts|poslano|изпратено';
const TO =
  'to|an|à|a|para|per|aan|кому|do|till|til|vastaanottaja|kime|címzett|komu|pre|către|catre|προς|אל|إلى|收件人|宛先|받는 사람|saaja|kam|prima|до';
const COPY = 'cc|bcc|kopie|copie|copia|cópia|копия|копія|dw|kopia|kopi|kopio|bilgi|másolatot kap|κοιν|נسخة|抄送|참조';
const SUBJECT =
  'subject|betreff|objet|asunto|assunto|oggetto|onderwerp|тема|temat|ämne|emne|aihe|konu|tárgy|předmět|predmet|subiect|θέμα|נושא|الموضوع|主题|主旨|件名|제목|teema|tema|относно';
const OTHER =
  'reply-to|antwort an|importance|priorität|wichtigkeit|attachments|anlagen|pièces jointes|adjuntos|allegati|bijlagen|вложения';

const label = (words: string): RegExp =>
  new RegExp(`^[*_\\s]{0,3}(?:${alternatives(words)})[*_\\s]{0,3}[:：][*_]{0,2}\\s*\\S`, 'iu');

/** The lines of a header that a program writes over a message which it quotes or passes on. */
export const QUOTED_LABELS = {
  from: label(FROM),
  told: label(`${SENT}|${SUBJECT}`),
  any: label([FROM, SENT, TO, COPY, SUBJECT, OTHER].join('|')),
} as const;

const ORIGINAL =
  "original message|original appointment|ursprüngliche nachricht|originalnachricht|original-nachricht|message d’origine|message d'origine|message original|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|исходное сообщение|оригинальное сообщение|вихідне повідомлення|оригінальне повідомлення|wiadomość oryginalna|oryginalna wiadomość|ursprungligt meddelande|originalmeddelande|oprindelig meddelelse|opprinnelig melding|alkuperäinen viesti|özgün ileti|orijinal mesaj|eredeti üzenet|původní zpráva|pôvodná správa|mesaj original|αρχικό μήνυμα|הודעה מקורית|الرسالة الأصلية|原始邮件|邮件原件|元のメッセージ|원본 메시지";
const FORWARDED =
  'forwarded message|begin forwarded message|weitergeleitete nachricht|anfang der weitergeleiteten nachricht|message transféré|message réexpédié|début du message réexpédié|mensaje reenviado|mensagem encaminhada|mensagem reencaminhada|messaggio inoltrato|inizio messaggio inoltrato|doorgestuurd bericht|пересылаемое сообщение|пересланное сообщение|переслане повідомлення|wiadomość przekazana dalej|przekazana wiadomość|vidarebefordrat meddelande|videresendt besked|videresendt melding|videresendt meddelelse|välitetty viesti|iletilen mesaj|yönlendirilen ileti|továbbított üzenet|přeposlaná zpráva|mesaj redirecționat|προωθημένο μήνυμα|הודעה שהועברה|الرسالة المعاد توجيهها|转发的邮件|転送メッセージ|전달된 메시지';

const separator = (words: string): RegExp =>
  new RegExp(
    `^[-_=*\\s]{2,40}(?:${alternatives(words)})\\s*:?[-_=*\\s]{2,40}$|^(?:${alternatives(words)})\\s*:$`,
    'iu',
  );

/** "-----Original Message-----": what is under it is the message that is answered. */
export const ORIGINAL_LINE = separator(ORIGINAL);
/** "---------- Forwarded message ---------": what is under it is passed on. */
export const FORWARDED_LINE = separator(FORWARDED);

const WROTE =
  'wrote|writes|schrieb|schreibt|a écrit|escribió|ha scritto|scrisse|schreef|het volgende geschreven|escreveu|написал|написала|написал\\(а\\)|пишет|написав|написала|пише|napisał|napisała|napisał\\(a\\)|skrev|følgende|kirjoitti|yazdı|írta|ezt írta|napsal|napsala|napsal\\(a\\)|napísal|a scris|έγραψε|כתב|כתבה|كتب|wrote the following|rašė|rakstīja|kirjutas|je napisao|je napisala|написа';

/** The word of "On 3 June, Jane wrote:"; in scripts without spaces it stands anywhere. */
export const WROTE_WORD = new RegExp(
  `(?:^|[\\s>\\])])(?:${WROTE.split('|').join('|')})(?=[\\s:：,<]|$)|写道|寫道|のメール|님이 작성`,
  'iu',
);

/** Marks before the subject of a message that is passed on. */
export const FORWARD_SUBJECT =
  /^\s*(?:\[[^\]]{1,40}\]\s*)?(?:fwd?|wg|tr|rv|enc|vb|vs|vl|pd|doorst|i|ilt|i̇lt|yml|πρθ|перес|переслано|továbbítás|転送|转发|轉寄|전달)\s*(?:\[\d{1,3}\])?\s*[:：]/iu;

const SENT_BY =
  'sent (?:from|via|with|using)|get outlook|gesendet|envoyé|enviado|enviada|inviato|verzonden|отправлено|надіслано|wysłano|wysłane|skickat|sendt|lähetetty|gönderildi|küldve|odesláno|odoslané|trimis|στάλθηκε|נשלח|أُرسلت|发自|從我的|发送自|から送信|iPhoneから|보냄';
const DEVICE =
  'iphone|ipad|android|galaxy|samsung|huawei|xiaomi|blackberry|nokia|pixel|windows ?phone|smartphone|mobiltelefon|mobile (?:phone|device)|handy|telefon|mobil|yahoo|outlook|gmail|proton ?mail|fairemail|k-9|mail\\.ru|ukr\\.net|thunderbird|windows ?mail|mail für windows|mail for windows|gmx|web\\.de|aol|ios';

/** "Sent from my phone", in a line of its own. */
export const SENT_FROM = new RegExp(
  `^(?=.{0,100}$)(?:(?:${SENT_BY})(?=\\s|$).*(?:${DEVICE}).*|.*(?:${DEVICE}).*\\s(?:${SENT_BY}))[.!]?$`,
  'iu',
);

/** A paragraph that holds a word of each is what a house has put under all its mails, and no sentence of the sender. */
export const DISCLAIMER: readonly RegExp[] = [
  /e-?mail|message|communication|transmission|nachricht|courriel|mensaje|correo|messaggio|bericht|mensagem|сообщени|письм|повідомлен|лист|wiadomoś/iu,
  /confidential|privileged|vertraulich|confidentiel|confidencia|riservat|confidenzial|vertrouwelijk|конфиденциальн|конфіденційн|poufn/iu,
  /intended (?:recipient|solely|only|for)|addressee|in error|unauthori[sz]ed|disclosure|irrtümlich|unbefugt|adressat|empfänger|destinatai|par erreur|destinatari|por error|por engano|errore|geadresseerde|bestemd voor|адресат|получател|ошиб|отримувач|помилк|odbiorc|omyłk/iu,
];

/** What a house's server puts over mail from outside, and what programs put where a picture was. */
export const PUT_IN =
  /^\[(?:cid:[^\]\s]{1,200}|image: [^\]]{0,100})\]$|^\[?(?:caution|warning|external|attention|achtung|vorsicht|extern|externe)\b(?=.{0,200}\b(?:e-?mail|message|nachricht|courriel)\b)[^.]{0,60}\b(?:originat|outside|extern|außerhalb|extérieur)[^\n]{0,200}$/iu;
