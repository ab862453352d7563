package app.lectern.attendance.export;

import app.lectern.tables.Sheet;
import app.lectern.tables.Workbook;
import java.nio.charset.StandardCharsets;

/// A sheet as one page without anything from elsewhere, which prints well: headings on every sheet of paper, no row cut in two.
final class HtmlFile {
    private static final String LOOK = """
            body{font:14px/1.45 "Segoe UI",Inter,Arial,sans-serif;color:#24292f;margin:32px}
            h1{font-size:20px;margin:0 0 4px}p{margin:0 0 4px;color:#57606a}
            table{border-collapse:collapse;width:100%;margin-top:16px;font-size:13px}
            th{text-align:left;background:#f6f8fa;border-bottom:1px solid #d0d7de;padding:6px 8px}
            td{border-bottom:1px solid #e4e8ec;padding:5px 8px}
            .n{text-align:right;font-variant-numeric:tabular-nums}
            @media print{body{margin:0;font-size:11px}table{font-size:10px}thead{display:table-header-group}tr{break-inside:avoid}th{background:none}}
            """;

    private HtmlFile() {}

    static byte[] of(Sheet sheet, String language) {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"").append(language).append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(Workbook.escaped(sheet.title())).append("</title>\n<style>\n").append(LOOK).append("</style>\n</head>\n<body>\n<h1>")
                .append(Workbook.escaped(sheet.title())).append("</h1>\n");
        sheet.notes().forEach(note -> html.append("<p>").append(Workbook.escaped(note)).append("</p>\n"));
        html.append("<table>\n<thead><tr>");
        for (int at = 0; at < sheet.headings().size(); at++) {
            cell(html, "th", sheet.headings().get(at), sheet.numbers().get(at));
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (var row : sheet.rows()) {
            html.append("<tr>");
            for (int at = 0; at < row.size(); at++) {
                cell(html, "td", row.get(at), sheet.numbers().get(at));
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody>\n</table>\n</body>\n</html>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void cell(StringBuilder html, String tag, String text, boolean number) {
        html.append('<').append(tag).append(number ? " class=\"n\">" : ">").append(Workbook.escaped(text)).append("</").append(tag).append('>');
    }
}
