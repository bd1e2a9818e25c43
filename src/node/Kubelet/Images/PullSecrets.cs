using System.Text;
using System.Text.Json;
using Cybernetes.Api.CoreV1;
using V1 = Cybernetes.Cri.V1;

namespace Cybernetes.Kubelet.Images;

/// <summary>Reads registry credentials from image pull secrets. Pure.</summary>
internal static class PullSecrets
{
    /// <summary>The credentials among <paramref name="secrets"/> that fit <paramref name="image"/>, most specific path first.</summary>
    public static IReadOnlyList<V1.AuthConfig> For(string image, IEnumerable<Secret> secrets)
    {
        var registry = ImageName.Registry(image);
        var repository = image.StartsWith(registry + "/", StringComparison.Ordinal) ? image : registry + "/" + (image.Contains('/') ? image : "library/" + image);
        return
        [
            .. secrets.SelectMany(Entries)
                .Where(e => Matches(e.Key, repository))
                .OrderByDescending(e => e.Key.Length)
                .Select(e => e.Auth),
        ];
    }

    private static IEnumerable<(string Key, V1.AuthConfig Auth)> Entries(Secret secret)
    {
        List<(string, V1.AuthConfig)> entries = [];
        var isModern = secret.Data.TryGetValue(".dockerconfigjson", out var data);
        if (!isModern && !secret.Data.TryGetValue(".dockercfg", out data))
        {
            return entries;
        }

        try
        {
            using var document = JsonDocument.Parse(data.Memory);
            var auths = isModern ? document.RootElement.GetProperty("auths") : document.RootElement;
            foreach (var entry in auths.EnumerateObject())
            {
                var (user, password) = (Text(entry.Value, "username"), Text(entry.Value, "password"));
                if (user.Length == 0 && Text(entry.Value, "auth") is { Length: > 0 } auth && Encoding.UTF8.GetString(Convert.FromBase64String(auth)).Split(':', 2) is [var u, var p])
                {
                    (user, password) = (u, p);
                }

                entries.Add((Host(entry.Name), new() { Username = user, Password = password }));
            }
        }
        catch (Exception e) when (e is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            // A malformed secret gives no credentials; the pull then fails with the registry's own words.
        }

        return entries;
    }

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string Host(string key)
    {
        var host = key.Replace("https://", "", StringComparison.Ordinal).Replace("http://", "", StringComparison.Ordinal).TrimEnd('/');
        return host is "index.docker.io/v1" or "index.docker.io" ? "docker.io" : host;
    }

    private static bool Matches(string key, string repository)
    {
        var keyParts = key.Split('/', 2);
        var parts = repository.Split('/', 2);
        var (keyLabels, labels) = (keyParts[0].Split('.'), parts[0].Split('.'));
        return keyLabels.Length == labels.Length
            && keyLabels.Zip(labels).All(l => l.First == l.Second || (l.First.StartsWith('*') && l.Second.EndsWith(l.First[1..], StringComparison.Ordinal)))
            && (keyParts.Length == 1 || (parts.Length > 1 && parts[1].StartsWith(keyParts[1], StringComparison.Ordinal)));
    }
}
