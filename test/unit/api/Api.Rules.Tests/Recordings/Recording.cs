using System.Text.Json.Nodes;

namespace Cybernetes.Api.Rules.Tests.Recordings;

/// <summary>One recorded question and upstream's answer.</summary>
internal sealed record Recording(string Id, string Method, string Path, JsonObject Body, bool IsBase, int Code, string Message, string[] Warnings, JsonNode? Object, JsonObject? Diff)
{
    public bool IsUpdate => Method == "PUT";

    /// <summary>All cases of a file; those of the live object come with <c>Body</c> = the field that is set, since their base is what the rules made.</summary>
    public static IEnumerable<Recording> Read(string file)
    {
        var bases = new Dictionary<string, JsonObject>();
        foreach (var line in File.ReadLines(file))
        {
            var node = JsonNode.Parse(line)!.AsObject();
            var id = (string)node["id"]!;
            if (node["body"] is JsonObject own)
            {
                bases[id] = own;
            }

            var body = node["body"] as JsonObject;
            if (body is null)
            {
                body = id.Contains("/create/", StringComparison.Ordinal) ? (JsonObject)bases[(string)node["base"]!].DeepClone() : [];
                foreach (var (path, value) in node["set"]!.AsObject())
                {
                    if ((string)node["method"]! == "PUT")
                    {
                        body[path] = value?.DeepClone();
                    }
                    else
                    {
                        JsonSurgery.Put(body, path, value);
                    }
                }
            }

            yield return new(
                id,
                (string)node["method"]!,
                (string)node["path"]!,
                body,
                node["body"] is not null,
                (int)node["code"]!,
                node["status"] is JsonObject status ? (string?)status["message"] ?? "" : "",
                node["warnings"] is JsonArray warnings ? [.. warnings.Select(text => (string)text!)] : [],
                node["object"],
                node["diff"] as JsonObject);
        }
    }
}
