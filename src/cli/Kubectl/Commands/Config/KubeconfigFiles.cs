using Cybernetes.Api.Machinery;
using Cybernetes.Client.Configuration;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Config;

/// <summary>The kubeconfig files as documents: read, shown with secrets left out, changed.</summary>
internal static class KubeconfigFiles
{
    private static readonly string[] _data = ["certificate-authority-data", "client-certificate-data", "client-key-data"];
    private static readonly string[] _secrets = ["token", "password"];

    public static Kubeconfig Merged(Session session)
    {
        try
        {
            return Kubeconfig.Merge(session.Flags.Paths);
        }
        catch (ConfigurationException e)
        {
            throw KubectlException.Error(e.Message);
        }
    }

    /// <summary>Only what a context uses.</summary>
    /// <exception cref="KubectlException">There is no such context.</exception>
    public static Kubeconfig Minified(Kubeconfig config, string name)
    {
        if (name.Length == 0)
        {
            throw KubectlException.Error("current-context must exist in order to minify");
        }

        var context = config.Contexts.TryGetValue(name, out var entry) ? entry : throw KubectlException.Error($"cannot locate context {name}");
        return config with
        {
            Contexts = new Dictionary<string, KubeconfigEntry> { [name] = context },
            Clusters = Only(config.Clusters, context.Value["cluster"].AsString),
            Users = Only(config.Users, context.Value["user"].AsString),
        };
    }

    /// <summary>A kubeconfig as a document.</summary>
    public static Value ToDocument(Kubeconfig config, bool raw, bool flatten) => Value.MapOf(
        ("apiVersion", "v1"),
        ("clusters", List(config.Clusters, "cluster", raw, flatten)),
        ("contexts", List(config.Contexts, "context", raw, flatten)),
        ("current-context", config.CurrentContext),
        ("kind", "Config"),
        ("users", List(config.Users, "user", raw, flatten)));

    /// <summary>Changes the first of the files that is there.</summary>
    public static void Change(Session session, Func<Value, Value> change)
    {
        var path = session.Flags.Paths.FirstOrDefault(File.Exists) ?? throw KubectlException.Error("no kubeconfig file was found");
        var text = YamlWriter.Write(change(YamlReader.Read(File.ReadAllBytes(path))));
        var beside = path + ".tmp";
        File.WriteAllText(beside, text);
        File.SetUnixFileMode(beside, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(beside, path, overwrite: true);
    }

    private static Dictionary<string, KubeconfigEntry> Only(IReadOnlyDictionary<string, KubeconfigEntry> entries, string? name) =>
        name is not null && entries.TryGetValue(name, out var entry) ? new() { [name] = entry } : [];

    private static Value List(IReadOnlyDictionary<string, KubeconfigEntry> entries, string key, bool raw, bool flatten)
    {
        var items = entries.Values.OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .Select(entry => Value.MapOf((key, Shown(entry, raw, flatten)), ("name", entry.Name)));
        return entries.Count == 0 ? Value.Null : Value.List(items.ToValueList());
    }

    private static Value Shown(KubeconfigEntry entry, bool raw, bool flatten)
    {
        var value = entry.Value.IsMap ? entry.Value : Value.EmptyMap;
        if (flatten)
        {
            foreach (var key in _data)
            {
                var file = key[..^"-data".Length];
                if (value[file].AsString is { Length: > 0 } path)
                {
                    value = value.Without(file).With(key, Convert.ToBase64String(File.ReadAllBytes(Path.Combine(entry.Directory, path))));
                }
            }
        }

        if (raw)
        {
            return value;
        }

        foreach (var key in _data.Where(key => !flatten && !value[key].IsNull))
        {
            value = value.With(key, "DATA+OMITTED");
        }

        return _secrets.Where(key => !value[key].IsNull).Aggregate(value, (shown, key) => shown.With(key, "REDACTED"));
    }
}
