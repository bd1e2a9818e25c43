using Cybernetes.Api.Machinery;

namespace Cybernetes.Manifests;

/// <summary>Reads manifests: YAML or JSON, several documents, Lists taken apart.</summary>
internal static class ManifestFile
{
    /// <summary>The manifests of a directory, by name, in the order of names.</summary>
    public static IReadOnlyList<string> In(string directory) => !Directory.Exists(directory) ? [] :
    [
        .. Directory.GetFiles(directory).Where(path => Path.GetExtension(path) is ".yaml" or ".yml" or ".json" && !Path.GetFileName(path).StartsWith('.')).Order(StringComparer.Ordinal),
    ];

    /// <summary>The objects of a text. Throws <see cref="WireException"/> and <see cref="FormatException"/> with what is wrong.</summary>
    public static IReadOnlyList<Value> Objects(ReadOnlySpan<byte> text)
    {
        var objects = new List<Value>();
        foreach (var (number, document) in YamlReader.ReadAll(text))
        {
            Add(document, number, objects);
        }

        return objects;
    }

    private static void Add(Value document, int number, List<Value> objects)
    {
        if (document.Kind == ValueKind.Null)
        {
            return;
        }

        if (document["kind"].AsString is not { Length: > 0 } kind || document["apiVersion"].AsString is not { Length: > 0 })
        {
            throw new FormatException($"document {number} has no apiVersion or no kind");
        }

        if (kind.EndsWith("List", StringComparison.Ordinal) && document["items"].Kind == ValueKind.List)
        {
            foreach (var item in document["items"].Items)
            {
                Add(item, number, objects);
            }

            return;
        }

        if (document["metadata"]["name"].AsString is not { Length: > 0 })
        {
            throw new FormatException($"document {number}, a {kind}, has no metadata.name");
        }

        objects.Add(document);
    }
}
