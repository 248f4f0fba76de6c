// The words authors use for relations and navigation, in the languages that maps were found in.
import { wordList } from "../base/word-list";

export type RelationKind = "up" | "prerequisite" | "next" | "related";

const UP_WORDS = wordList(
  "上级|上級|上一级|上一級|回上一级|返回|返回上级|返回上級|返回目录|返回目錄|上位|親ノート|up|parent|parents|parent map|back|return|home",
  "main page|zurück|nach oben|hoch|übersicht|volver|arriba|atrás|subir|inicio|retour|accueil|haut",
  "voltar|indietro|terug|omhoog|tillbaka|tilbage|tilbake|wróć|powrót|zpět|geri|quay lại|назад|наверх",
  "вверх|вгору|главная|戻る|上へ|ホーム|상위|상위 노트|상위 문서|위로|목록으로|돌아가기|홈|übergeordnet|oberthema|nivel superior",
  "niveau supérieur|nadrzędne|rodzic|родитель|رجوع|العودة|عودة|الرئيسية|بازگشت|خانه|صفحه اصلی|חזרה|חזור|למעלה|ראשי",
  "דף הבית|वापस|ऊपर|मुख्य पृष्ठ|กลับ|หน้าหลัก|หน้าแรก|trở lại|trở về|trang chủ|mục cha|üst|ana sayfa",
  "padre|nota padre|área padre|nota madre|pai|nota pai|nota mãe|note parente",
  "parent note|parent area|parent topic|übergeordnete notiz|родительская заметка|батьківська нотатка",
);
const PREVIOUS_WORDS = wordList(
  "上一篇|上一章|上一节|上一節|上一页|上一頁|prev|previous|previous chapter|previous note|previous page|previous lesson",
  "vorheriges|vorherige|vorheriger|vorheriges kapitel|anterior|capítulo anterior|précédent|précédente",
  "chapitre précédent|precedente|vorige|föregående|forrige|poprzedni|poprzednia|poprzednie|předchozí",
  "önceki|trước|предыдущая|предыдущий|предыдущее|попередня|попередній|前へ|前の章|前回|이전|이전 글|السابق|السابقة",
  "الدرس السابق|الفصل السابق|قبلی|הקודם|הקודמת|पिछला|पिछली|ก่อนหน้า|บทก่อนหน้า|หน้าก่อนหน้า|trước",
);
const NEXT_WORDS = wordList(
  "下一步|后续|後續|下一篇|下一章|下一节|下一節|下一页|下一頁|next|next chapter|next note|next page|next lesson|next up|nächstes",
  "nächste|nächster|nächstes kapitel|weiter|siguiente|capítulo siguiente|suivant|suivante",
  "chapitre suivant|próximo|próxima|successivo|prossimo|volgende|nästa|næste|neste|następny|następna",
  "następne|další|sonraki|tiếp|tiếp theo|следующая|следующий|следующее|далее|наступна|наступний|次へ|次の章",
  "次回|次のステップ|다음|다음 글|다음 단계|다음 노트|التالي|التالية|الدرس التالي|الفصل التالي|بعدی|הבא|הבאה|अगला|अगली",
  "ถัดไป|ต่อไป|บทถัดไป|บทต่อไป|หน้าถัดไป|bài tiếp theo|chương tiếp theo|phần tiếp theo|kế tiếp",
);
const PREREQUISITE_WORDS = wordList(
  "前置|前置知识|前置知識|前提|前提知識|前提条件|先修|先修知识|先修知識|先修课程|先备知识|先備知識|预备知识|基础|prerequisite|prerequisites|requires",
  "voraussetzung|voraussetzungen|vorausgesetzt|vorkenntnisse|vorwissen|requisito|requisitos",
  "requisitos previos|conocimientos previos|prérequis|pré-requis|pré-requisitos|prerequisito",
  "prerequisiti|vereisten|förkunskaper|wymagania|wymagania wstępne|требуется|требования|선수 지식|선수지식|선행",
  "사전 지식|المتطلبات|متطلبات|پیش‌نیاز|پیش‌نیازها|پیش نیاز|پیشنیاز|דרישות קדם|ידע קודם|पूर्वापेक्षा|पूर्वापेक्षाएँ",
  "ความรู้พื้นฐาน|สิ่งที่ควรรู้ก่อน|tiên quyết",
  "điều kiện tiên quyết|kiến thức nền|kiến thức cần có|ön koşul|ön koşullar",
  "ön bilgi",
);
const RELATED_WORDS = wordList(
  "相关|相关笔记|相关阅读|相关地图|关联|交叉|另见|参见|相關|相關筆記|相關閱讀|相關地圖|關聯|另見|參見|related|related maps|related notes",
  "related topics|related domains|related areas|related concepts|connections",
  "see also|see-also|verwandt|verwandte|verwandtes|verwandte karten|verwandte notizen",
  "verwandte themen|verbindungen|querverbindungen|conexiones|conexões|connessioni",
  "connexions|powiązania|связи|siehe auch|relacionado|relacionados|relacionadas|mapas relacionados",
  "notas relacionadas|temas relacionados|véase también|ver también|veja também|voir aussi|liés",
  "cartes liées|notes liées|vedi anche|zie ook|se även|zobacz też|zobacz także|powiązane|powiązane mapy",
  "powiązane notatki|ayrıca bakınız|см. также|связанные|связанные карты|связанные заметки|связанное|関連",
  "関連ノート|関連項目|関連マップ|関連地図|관련|관련 글|관련 문서|관련 지도|관련 노트|انظر أيضا|انظر أيضًا|ذات صلة|مرتبط",
  "مطالب مرتبط|همچنین ببینید|קשור|קשורים|נושאים קשורים|ראו גם|ראה גם|संबंधित|यह भी देखें|ที่เกี่ยวข้อง|เกี่ยวข้อง",
  "ดูเพิ่มเติม|liên quan|ghi chú liên quan|bài liên quan|xem thêm|ilgili|ilgili notlar|ilişkili|ayrıca bkz.",
);
/**
 * Names of fields that say where a note belongs, or what it is about and from: a relation only where they are fields of
 * the note, since a list may call its entries so.
 */
export const KIND_OF_FIELD: ReadonlyMap<string, RelationKind> = new Map([
  ...wordList(
    "moc|mocs|main|index|hub|area|areas|topic|topics|category|categories|subject|course|class|module|project|part of",
    "belongs to|collection|domain|bereich|thema|themen|fach|kurs",
    "modul|kategorie|projekt|gehört zu|área|áreas|tema|temas",
    "categoría|categoria|asignatura|materia|matéria|curso",
    "disciplina|proyecto|projeto|domaine|thème|sujet|catégorie|cours",
    "matière|projet|argomento|corso|progetto|onderwerp|vak",
    "categorie|temat|przedmiot|kategoria|область|тема|темы|раздел",
    "категория|предмет|курс|проект|галузь|розділ|категорія|领域|領域|主题|主題|分类|分類|课程|課程|项目",
  ).map((word) => [word, "up"] as const),
  ...wordList(
    "links|link|tags|tag|author|authors|source|sources|reference",
    "references|keywords|autor|autorin|quelle|quellen|fuente",
    "fuentes|auteur|fonte|fontes|źródło|автор|авторы|источник|источники|ссылки|verweise|enlaces|liens|collegamenti",
  ).map((word) => [word, "related"] as const),
]);
/** Things of which the next or previous one may be named: `Next module`, `capítulo siguiente`. */
export const NEIGHBOURS: ReadonlySet<string> = new Set(
  wordList(
    "module|lesson|chapter|part|section|unit|week|day|topic|page|note|step|article|post|video|lecture",
    "course|map|modul|lektion|kapitel|teil|abschnitt|einheit|woche|tag|thema|seite|notiz|schritt|artikel",
    "vorlesung|kurs|karte|módulo|lección|capítulo|parte|sección|unidad|semana|día|tema|página|nota|paso",
    "artículo|clase|curso|mapa|lição|seção|unidade|dia|passo|artigo|aula|leçon|chapitre|partie|unité",
    "semaine|jour|étape|cours|carte|modulo|lezione|capitolo|unità|settimana|giorno|passo|corso|les",
    "hoofdstuk|deel|stap|lekcja|rozdział|część|tydzień|krok|temat|strona|notatka|модуль|урок|глава|часть",
    "раздел|неделя|день|тема|страница|заметка|шаг|статья|лекция|курс|карта|розділ|ders|bölüm|hafta|konu|sayfa|adım|bài",
    "chương|phần|tuần|trang|bước|فصل|درس|بخش|הפרק|השיעור|פרק|שיעור|अध्याय|पाठ",
  ),
);
/** Words before the trail that says where a map lies. */
const TRAIL_WORDS = wordList(
  "breadcrumb|breadcrumbs|you are here|当前位置|位置|brotkrumen|хлебные крошки|fil d'ariane",
);

const RELATION_WORDS: Readonly<Record<RelationKind, readonly string[]>> = {
  up: [...UP_WORDS, ...TRAIL_WORDS],
  prerequisite: [...PREVIOUS_WORDS, ...PREREQUISITE_WORDS],
  next: NEXT_WORDS,
  related: RELATED_WORDS,
};

export const KIND_OF_WORD: ReadonlyMap<string, RelationKind> = new Map(
  Object.entries(RELATION_WORDS).flatMap(([kind, words]) => words.map((word) => [word, kind as RelationKind])),
);

/** The words among them that say which way a link leads, and nothing about what it is. */
export const DIRECTIONS: ReadonlyMap<string, RelationKind> = new Map([
  ...UP_WORDS.map((word) => [word, "up"] as const),
  ...PREVIOUS_WORDS.map((word) => [word, "prerequisite"] as const),
  ...NEXT_WORDS.map((word) => [word, "next"] as const),
]);

/** The words for relations, and those that mean all of them. */
export const NAVIGATION_WORDS: ReadonlySet<string> = new Set([
  ...KIND_OF_WORD.keys(),
  ...wordList(
    "导航|導航|navigation|navegación|navegação|navigazione|nawigacja|навигация|ナビゲーション|탐색|gezinme|gezinti",
    "điều hướng|التنقل|ناوبری|ניווט|नेविगेशन|การนำทาง",
  ),
]);
