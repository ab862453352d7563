package app.lectern.demo.operations;

import app.lectern.demo.school.Drive;
import app.lectern.demo.school.DriveItem;
import app.lectern.demo.school.School;
import app.lectern.demo.school.TeamChannel;
import app.lectern.demo.storage.DownloadLinks;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// Drives, folders and files as OneDrive and SharePoint describe them.
final class DriveJson {
    private static final String HOST = "https://northfield";

    private final School school;
    private final DownloadLinks links;

    DriveJson(School school, DownloadLinks links) {
        this.school = school;
        this.links = links;
    }

    ObjectNode drive(Drive drive, Instant now) {
        var json = Json.object().put("createdDateTime", Json.seconds(drive.root().created())).put("description", "")
                .put("id", drive.id())
                .put("lastModifiedDateTime", Json.seconds(now)).put("name", drive.isSite() ? "Documents" : "OneDrive")
                .put("webUrl", base(drive))
                .put("driveType", drive.isSite() ? "documentLibrary" : "business");
        if (drive.isSite()) {
            json.putObject("owner").putObject("user").put("displayName", "System Account");
        } else {
            json.set("owner", user(drive));
        }
        var used = drive.used(now);
        json.putObject("quota").put("deleted", 0L).put("remaining", drive.total() - used).put("state", state(used, drive.total()))
                .put("total", drive.total()).put("used", used);
        return json;
    }

    private static String state(long used, long total) {
        double share = (double) used / total;
        return share >= 1 ? "exceeded" : share > 0.99 ? "critical" : share > 0.9 ? "nearing" : "normal";
    }

    private static ObjectNode user(Drive drive) {
        var set = Json.object();
        set.putObject("user").put("id", drive.owner().id()).put("displayName", drive.owner().displayName());
        return set;
    }

    private ObjectNode author(DriveItem item) {
        var owner = item.session() == null ? item.drive().owner() : item.session().meeting().organiser();
        var set = Json.object();
        if (owner == null) {
            set.putObject("user").put("displayName", "System Account");
        } else {
            set.putObject("user").put("id", owner.id()).put("displayName", owner.displayName());
        }
        return set;
    }

    ObjectNode item(DriveItem item, Instant now) {
        var json = Json.object();
        if (!item.isFolder()) {
            json.put("@microsoft.graph.downloadUrl", links.issue(item.key()));
        }
        var at = Json.seconds(item.created());
        json.set("createdBy", author(item));
        json.put("createdDateTime", at).put("cTag", item.cTag()).put("eTag", item.eTag()).put("id", item.id());
        json.set("lastModifiedBy", author(item));
        json.put("lastModifiedDateTime", at).put("name", item.name());
        json.set("parentReference", parent(item));
        json.put("webUrl", webUrl(item)).put("size", item.isFolder() ? folderSize(item, now) : item.size());
        json.putObject("fileSystemInfo").put("createdDateTime", at).put("lastModifiedDateTime", at);
        if (item.isFolder()) {
            json.putObject("folder").put("childCount", item.drive().children(item, now).size());
        } else {
            file(json, item);
        }
        if (item.parent() == null) {
            json.putObject("root");
        }
        if (item == item.drive().recordings().orElse(null)) {
            json.putObject("specialFolder").put("name", "recordings");
        }
        return json;
    }

    private static void file(ObjectNode json, DriveItem item) {
        json.putObject("file").put("mimeType", item.contentType()).putObject("hashes").put("quickXorHash", item.hash());
        if (item.isFilm()) {
            var length = Duration.between(item.session().start(), item.session().end()).toMillis();
            json.putObject("video").put("bitrate", (int) Math.min(Integer.MAX_VALUE, item.size() * 8_000 / Math.max(1, length)))
                    .put("duration", length)
                    .put("height", 180).put("width", 320).put("frameRate", 5.0).put("fourCC", "H264").put("audioChannels", 1)
                    .put("audioFormat", "AAC")
                    .put("audioBitsPerSample", 16).put("audioSamplesPerSecond", 16_000);
            // undeclared in the metadata, but there: the best key from a file to its meeting
            json.putObject("source").put("application", "Teams").put("threadId", item.session().meeting().threadId());
        }
    }

    /// A file that is gone, as delta reports it.
    ObjectNode deleted(DriveItem item) {
        var json = Json.object().put("id", item.id());
        json.set("parentReference", parent(item));
        json.putObject(item.isFolder() ? "folder" : "file");
        json.putObject("deleted").put("state", "deleted");
        return json;
    }

    private static ObjectNode parent(DriveItem item) {
        var drive = item.drive();
        var node = Json.object().put("driveType", drive.isSite() ? "documentLibrary" : "business").put("driveId", drive.id());
        var parent = item.parent();
        return parent == null ? node : node.put("id", parent.id()).put("name", parent.name()).put("path", parent.path());
    }

    private long folderSize(DriveItem folder, Instant now) {
        return folder.drive().children(folder, now).stream()
                .mapToLong(child -> child.isFolder() ? folderSize(child, now) : child.size()).sum();
    }

    private String base(Drive drive) {
        var place = drive.isSite() ? ".sharepoint.com/sites/" + drive.siteName() + "/Shared Documents"
                : "-my.sharepoint.com/personal/" + drive.owner().userPrincipalName().replaceAll("[@.]", "_")
                .toLowerCase(Locale.ROOT) + "/Documents";
        return HOST + place.replace(" ", "%20");
    }

    private String webUrl(DriveItem item) {
        return item.parent() == null ? base(item.drive())
                : webUrl(item.parent()) + "/" + URLEncoder.encode(item.name(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// The id of a team's site: host, site collection and site.
    String siteId(TeamChannel.Team team) {
        return "northfield.sharepoint.com," + school.ids().guid("siteCollection", team.id().hashCode()) + "," + school.ids()
                .guid("site", team.id().hashCode());
    }

    ObjectNode site(TeamChannel.Team team) {
        var created = Json.seconds(team.drive().root().created());
        var json = Json.object().put("createdDateTime", created).put("description", team.name()).put("id", siteId(team))
                .put("lastModifiedDateTime", created).put("name", team.drive().siteName())
                .put("webUrl", HOST + ".sharepoint.com/sites/" + team.drive().siteName()).put("displayName", team.name());
        json.putObject("root");
        json.putObject("siteCollection").put("hostname", "northfield.sharepoint.com");
        return json;
    }
}
