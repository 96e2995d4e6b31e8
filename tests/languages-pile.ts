/** A page, written for the tests, that states its date in two ways, and a language that it is not in. */
export const DISAGREEING_PAGE = `<!doctype html><html lang="de"><head><title>Ports reopen</title>
<meta property="og:site_name" content="The Lorne Post"><link rel="canonical" href="https://kelmar-times.example/ports">
<meta property="og:url" content="https://lorne-post.example/ports">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ports reopen","datePublished":"2031-05-02","dateModified":"2031-05-06"}</script></head>
<body><article><h1>Ports reopen</h1><p class="date">Published 3 May 2031</p>
<p>The harbour master of Kelmar met the Tirzan minister Ida Tessen on Friday, and the ports are open again, two officials said.</p>
<p>Neither would say for how long they would stay open, or what had been promised to the shippers who had waited for three weeks.</p>
</article></body></html>`;

/** Written for the tests: an English report with a statement in Russian in it, and two reports that are in other languages all through. */
export const LANGUAGES_PILE: Readonly<Record<string, string>> = {
  'mixed.txt': `Envoy meets minister in Kelmar

KELMAR, 4 May 2031 - The Ostran envoy Lorne Brask met the Tirzan foreign minister Ida Tessen in Kelmar on Friday, two officials said.

Посланник Лорн Браск встретился с министром Идой Тессен в Келмаре, заявили два чиновника, и говорил с ней о портах.

Дата следующей встречи пока не назначена, сказал посланник журналистам в гостинице.

“We spoke about the ports for three hours,” Brask told reporters after the meeting.
`,
  'russian.txt': `Переговоры о портах завершены

Посланник Лорн Браск встретился с министром Идой Тессен в Келмаре, заявили два чиновника, и говорил с ней о портах.
`,
  'arabic.txt': 'قال المبعوث إن المحادثات في كلمار كانت مفيدة، لكن لم يحدد موعد للجولة المقبلة حتى الآن.\n',
};
