using System.Collections.Immutable;
using System.Text;
using Cybernetes.Api.Machinery;
using Cybernetes.Base.Flags;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Create;

/// <summary><c>--from-literal</c>, <c>--from-file</c> and <c>--from-env-file</c>: the data of ConfigMaps and Secrets.</summary>
internal sealed class DataFlags(FlagSet flags)
{
    private static readonly UTF8Encoding _strict = new(false, throwOnInvalidBytes: true);

    private readonly Flag<ImmutableArray<string>> _literals = flags.StringArray("from-literal", default, "Specify a key and literal value to insert (i.e. mykey=somevalue)");
    private readonly Flag<ImmutableArray<string>> _files = flags.Strings("from-file", default, "Key file can be specified using its file path, in which case file basename will be used as key, or optionally with a key and file path, in which case the given key will be used.");
    private readonly Flag<ImmutableArray<string>> _envFiles = flags.Strings("from-env-file", default, "Specify the path to a file to read lines of key=val pairs to create a resource.");

    /// <summary>The keys with their bytes.</summary>
    /// <exception cref="KubectlException">A flag cannot be read.</exception>
    public IReadOnlyDictionary<string, byte[]> Read(string kind, string name)
    {
        var data = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in _files.Value)
        {
            var equals = file.IndexOf('=', StringComparison.Ordinal);
            var path = file[(equals + 1)..];
            if (equals < 0 && Directory.Exists(path))
            {
                foreach (var inner in Directory.EnumerateFiles(path).Order(StringComparer.Ordinal))
                {
                    Add(Path.GetFileName(inner), File.ReadAllBytes(inner));
                }
            }
            else
            {
                Add(equals < 0 ? Path.GetFileName(path) : file[..equals], File.Exists(path) ? File.ReadAllBytes(path) : throw KubectlException.Error($"error reading {path}: no such file or directory"));
            }
        }

        foreach (var line in _envFiles.Value.SelectMany(File.ReadLines).Select(line => line.TrimStart()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            Add(equals < 0 ? line : line[..equals], Encoding.UTF8.GetBytes(equals < 0 ? Environment.GetEnvironmentVariable(line) ?? "" : line[(equals + 1)..]));
        }

        foreach (var literal in _literals.Value)
        {
            var equals = literal.IndexOf('=', StringComparison.Ordinal);
            Add(equals > 0 ? literal[..equals] : throw KubectlException.Error($"invalid literal source {literal}, expected key=value"), Encoding.UTF8.GetBytes(literal[(equals + 1)..].Trim('\'', '"')));
        }

        return data;

        void Add(string key, byte[] value)
        {
            if (Names.ConfigMapKey(key) is [var wrong, ..])
            {
                throw KubectlException.Error($"\"{key}\" is not valid key name for a {kind}: {wrong}");
            }

            if (!data.TryAdd(key, value))
            {
                throw KubectlException.Error($"cannot add key \"{key}\", another key by that name already exists in Data for {kind} \"{name}\"");
            }
        }
    }

    /// <summary>The text of bytes that are UTF-8; null for others.</summary>
    public static string? Text(byte[] bytes)
    {
        try
        {
            return _strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The data in base64, as Secrets have it.</summary>
    public static Value Base64(IReadOnlyDictionary<string, byte[]> data) => Value.Map(data.ToValueMap(entry => entry.Key, entry => (Value)Convert.ToBase64String(entry.Value)));
}
