//! Colours and the style sheet of a page.
//!
//! Text stands out from what is behind it by at least 4.5 to 1, and what a chart is drawn with by at least
//! 3 to 1; a test works it out from what is written here.

use plotters::style::RGBColor;

/// Bars, points and lines, by series.
pub(super) const SERIES: [RGBColor; 4] = [
    RGBColor(0x1d, 0x4f, 0x8c),
    RGBColor(0xb3, 0x5a, 0x00),
    RGBColor(0x5b, 0x3a, 0x8e),
    RGBColor(0x2f, 0x6f, 0x5e),
];
/// Words in a chart, and its base line.
pub(super) const INK: RGBColor = RGBColor(0x1c, 0x1c, 0x1c);
/// The edges of a range and the line of a target.
pub(super) const MEASURE: RGBColor = RGBColor(0x5a, 0x5a, 0x5a);
/// The surface of a range, and the lines of a scale: no meaning hangs on seeing them.
pub(super) const FAINT: RGBColor = RGBColor(0xe4, 0xe4, 0xe4);

pub(super) const SHEET: &str = "
:root{color-scheme:light;--page:#ffffff;--ink:#1c1c1c;--quiet:#4a4a4a;--line:#767676;--head:#eef1f5;--link:#1d4f8c;--met:#1b5e34;--missed:#9b1c22;--mark:#fff6dc;--shade:#00000040}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;overflow-wrap:break-word}
header,nav,main{max-width:62rem;margin:0 auto;padding:0 1rem}
main{padding-bottom:2rem}
p,.figures,.key,main ul{max-width:46rem}
header{padding-top:1.5rem}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.375rem;line-height:1.25;margin:0 0 .75rem}
h3{font-size:1.0625rem;line-height:1.3;margin:1.5rem 0 .5rem}
p,ul,ol,dl{margin:0 0 1rem}
a{color:var(--link)}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-999rem}
.skip:focus{position:static}
.whose{font-size:1.125rem}
.mark{background:var(--mark);border-left:.375rem solid var(--line);padding:.5rem .75rem;margin:0 0 .75rem}
.quiet{color:var(--quiet)}
section{border-top:1px solid var(--line);padding-top:1.25rem;margin-top:1.75rem}
nav ol{padding-left:2rem;columns:20rem 2}
nav li{padding:.125rem 0;break-inside:avoid}
.key{display:grid;grid-template-columns:auto 1fr;gap:.125rem .75rem}
.key dt{font-weight:700}
.key dd{margin:0}
.figures{border-left:.25rem solid var(--line);padding-left:.75rem}
.figures dt{color:var(--quiet)}
.figures dd{margin:0 0 .75rem;font-weight:600;font-size:1.125rem}
.figures ul{font-weight:400;font-size:1rem;list-style:none;padding:0;margin:.125rem 0 0}
.met{color:var(--met);font-weight:600}
.missed{color:var(--missed);font-weight:600}
.wide{overflow-x:auto;margin:1.25rem 0;background:linear-gradient(to right,var(--page) 40%,transparent) left/2rem 100%,linear-gradient(to left,var(--page) 40%,transparent) right/2rem 100%,linear-gradient(to right,var(--shade),transparent) left/.75rem 100%,linear-gradient(to left,var(--shade),transparent) right/.75rem 100%;background-repeat:no-repeat;background-attachment:local,local,scroll,scroll}
table{border-collapse:collapse;min-width:min(100%,40rem);font-variant-numeric:tabular-nums lining-nums}
caption{text-align:left;position:sticky;left:0;max-width:calc(100vw - 2rem);font-weight:700;padding-bottom:.375rem}
th,td{padding:.3125rem .625rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
thead th,thead td{background:var(--head);border-bottom:2px solid var(--ink);vertical-align:bottom}
tbody th,tbody td{max-width:24rem}
tbody th{font-weight:400;min-width:5.5rem}
.n{text-align:right}
.many th,.many td{padding-left:.4375rem;padding-right:.4375rem}
.many thead th:last-child{min-width:7rem}
.many th:first-child{position:sticky;left:0}
.many tbody th:first-child{background:var(--page)}
.total th,.total td{font-weight:700;border-top:2px solid var(--ink)}
abbr{text-decoration:none}
figure{margin:1.25rem 0}
figcaption{font-weight:700;margin-bottom:.5rem}
figcaption span{display:block;font-weight:400;color:var(--quiet)}
svg{display:block;width:100%;max-width:28rem;height:auto}
svg text{font-family:inherit;paint-order:stroke;stroke:var(--page);stroke-width:36px;stroke-linejoin:round}
.plain{font-size:1.1875rem}
.plain header,.plain main{max-width:40rem}
.said{border-left:.375rem solid var(--link);padding-left:1rem;margin:0 0 1rem}
@media (max-width:30rem){h1{font-size:1.5rem}th,td{padding:.3125rem .375rem}tbody th,tbody td{max-width:11rem}}
@media print{
@page{size:A4;margin:18mm 16mm}
body{font-size:10.5pt}
header,nav,main,.plain header,.plain main,p,.figures,.key,main ul{max-width:none;padding-left:0;padding-right:0}
.figures{padding-left:.75rem}
main ul{padding-left:1.5rem}
.plain{font-size:12pt}
.skip{display:none}
a{color:inherit;text-decoration:none}
h1,h2,h3,dt,caption,figcaption,.item{break-after:avoid;page-break-after:avoid}
table,figure,tr,.mark,.figures dd,.said{break-inside:avoid;page-break-inside:avoid}
table.long{break-inside:auto;page-break-inside:auto}
.long tr:first-child,.long tr:nth-last-child(2){break-after:avoid;page-break-after:avoid}
thead{display:table-header-group}
p{orphans:3;widows:3}
.wide{overflow:visible;background:none}
caption,.many th:first-child{position:static;max-width:none}
table{font-size:9.5pt;min-width:100%}
.many table{font-size:8.5pt}
.many th,.many td{padding-left:.25rem;padding-right:.25rem}
svg{max-width:110mm;max-height:215mm}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
";
