/** Words of WhatsApp itself in lines that happen to hold a colon: no name reads like these. */
const EVENTS =
  /["“”]|\b(?:created group|added|removed|changed (?:the|this|their)|joined using|left the group|pinned a message|end-to-end encrypted|security code|turned (?:on|off)|missed (?:voice|video) call)\b/i;

/** What stands where a picture, a voice message or a deleted message was. */
const OMITTED =
  /^(?:<[^<>]{1,60}>|.{0,40}\(file attached\)|(?:image|video|audio|sticker|gif|document|contact card|bild|vídeo|imagen|imagem|foto) (?:omitted|weggelassen|omitid[ao]|omessa|ocultada?)|this message was deleted\.?|you deleted this message\.?|diese nachricht wurde gelöscht\.?|se eliminó este mensaje\.?|missed (?:voice|video) call.{0,40}|null)$/i;

/** Whether what stands before the colon is part of a system line and no name. */
export function isEvent(name: string): boolean {
  return name.length > 20 && EVENTS.test(name);
}

/** Whether the words say only that something was left out of the export. */
export function isOmitted(text: string): boolean {
  return text.length <= 120 && OMITTED.test(text);
}
