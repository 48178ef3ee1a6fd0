/** How the pages look: Slack's light theme in fonts that any system has, and no colour or width that depends on one. */
export const style = `
* { box-sizing: border-box; margin: 0; }
body { font: 15px/1.47 "Liberation Sans", Arial, "DejaVu Sans", sans-serif; color: #1d1c1d; background: #fff; width: 680px; }
#picture { padding: 12px 20px 16px; border: 1px solid #d6d6d8; border-radius: 8px; }
.place { font-weight: bold; font-size: 16px; padding-bottom: 10px; border-bottom: 1px solid #e3e3e4; margin-bottom: 12px; }
.message { display: flex; gap: 10px; padding: 6px 0; }
.message > div:last-child { flex: 1; min-width: 0; }
.face { flex: none; width: 36px; height: 36px; border-radius: 6px; background: #6b7f99; color: #fff; font-weight: bold; text-align: center; line-height: 36px; }
.face.bot { background: #1f3a5f; }
.who { font-weight: bold; }
.app { font-size: 10px; font-weight: bold; background: #e3e3e4; color: #55545a; border-radius: 2px; padding: 1px 4px; margin-left: 5px; vertical-align: 1px; }
.only { color: #616061; font-size: 13px; padding-bottom: 2px; }
.reply { margin-left: 46px; }
.block { padding: 4px 0; }
.header { font-size: 18px; font-weight: bold; }
.section { display: flex; gap: 16px; justify-content: space-between; }
.section > div:first-child { min-width: 0; }
.halves { display: flex; flex-wrap: wrap; } .half { width: 50%; padding: 2px 8px 2px 0; }
blockquote { border-left: 4px solid #ddd; padding-left: 12px; margin: 4px 0; }
pre { font: 12px/1.5 "Liberation Mono", monospace; background: #f8f8f8; border: 1px solid #ddd; border-radius: 4px; padding: 8px; white-space: pre-wrap; }
.bold { font-weight: bold; } .italic { font-style: italic; } .strike { text-decoration: line-through; }
.underline { text-decoration: underline; }
.code { font-family: "Liberation Mono", monospace; font-size: 12px; color: #c01343; background: #f6f6f6; border: 1px solid #ddd; border-radius: 3px; padding: 1px 3px; }
a { color: #1264a3; }
.mention { color: #1264a3; background: #e8f5fa; border-radius: 3px; padding: 0 2px; }
.row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; padding: 2px 0; }
.button { flex: none; border: 1px solid #bbbabb; border-radius: 4px; padding: 3px 12px; font-size: 14px; font-weight: bold; background: #fff; }
.button.primary { background: #007a5a; border-color: #007a5a; color: #fff; } .button.danger { color: #e01e5a; border-color: #e01e5a; }
.feedback { display: inline-flex; gap: 6px; }
.feedback svg { width: 28px; height: 28px; padding: 5px; border: 1px solid #d6d6d8; border-radius: 6px; fill: none; stroke: #55545a; stroke-width: 1.5; stroke-linejoin: round; }
.feedback .down { transform: rotate(180deg); }
.context, .note { color: #616061; font-size: 13px; }
.label { font-weight: bold; padding-bottom: 4px; }
.menu, .field { border: 1px solid #868688; border-radius: 4px; padding: 7px 12px; background: #fff; position: relative; min-height: 38px; }
.row .menu { min-width: 180px; padding: 3px 28px 3px 12px; min-height: 0; font-size: 14px; }
.menu i { position: absolute; right: 12px; top: calc(50% - 6px); width: 8px; height: 8px; border: solid #55545a; border-width: 0 2px 2px 0; transform: rotate(45deg); }
.tall { min-height: 84px; } .placeholder { color: #77767a; }
.choice { display: flex; gap: 8px; padding: 3px 0; } .choice b { flex: none; width: 16px; height: 16px; margin-top: 3px; border: 1px solid #868688; border-radius: 3px; }
.choice.radio b { border-radius: 50%; } .choice.taken b { border: 5px solid #1264a3; }
hr { border: 0; border-top: 1px solid #ddd; margin: 8px 0; }
table { border-collapse: collapse; width: 100%; } td { border: 1px solid #ddd; padding: 5px 8px; vertical-align: top; }
#picture.modal { padding: 0; } .modal > .title { font-size: 20px; font-weight: bold; padding: 14px 20px; border-bottom: 1px solid #e3e3e4; }
.modal > .body { padding: 10px 20px; } .modal > .foot { display: flex; gap: 10px; justify-content: flex-end; padding: 12px 20px; border-top: 1px solid #e3e3e4; }
.tabs { display: flex; gap: 22px; border-bottom: 1px solid #e3e3e4; margin-bottom: 10px; } .tabs span { padding-bottom: 8px; color: #616061; font-weight: bold; }
.tabs span:first-child { color: #1d1c1d; border-bottom: 2px solid #1d1c1d; }
`.trim();
