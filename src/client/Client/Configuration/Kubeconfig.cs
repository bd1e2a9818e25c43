using System.Text;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Client.Configuration;

/// <summary>
/// One or several kubeconfig files merged as client-go merges them: the first file that names a cluster, user, context or current-context
/// wins. Immutable; <see cref="ToClientConfig"/> resolves one context.
/// </summary>
public sealed record Kubeconfig
{
    /// <summary>Clusters by name.</summary>
    public required IReadOnlyDictionary<string, KubeconfigEntry> Clusters { get; init; }

    /// <summary>Users by name.</summary>
    public required IReadOnlyDictionary<string, KubeconfigEntry> Users { get; init; }

    /// <summary>Contexts by name.</summary>
    public required IReadOnlyDictionary<string, KubeconfigEntry> Contexts { get; init; }

    /// <summary>The context used unless another is named.</summary>
    public string CurrentContext { get; init; } = "";

    /// <summary>The files that kubectl reads: $KUBECONFIG's list, else ~/.kube/config.</summary>
    public static IReadOnlyList<string> DefaultPaths()
    {
        var variable = Environment.GetEnvironmentVariable("KUBECONFIG");
        return !string.IsNullOrEmpty(variable)
            ? [.. variable.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Distinct()]
            : [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".kube", "config")];
    }

    /// <summary>Reads one file that must be there.</summary>
    /// <exception cref="ConfigurationException">The file is missing or broken; worded as client-go words it.</exception>
    public static Kubeconfig Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new ConfigurationException($"stat {path}: no such file or directory");
        }

        return Merge([path]);
    }

    /// <summary>Reads and merges files; those that are not there are passed over.</summary>
    /// <exception cref="ConfigurationException">A file is broken.</exception>
    public static Kubeconfig Merge(IEnumerable<string> paths) =>
        paths.Where(File.Exists).Select(path => Parse(File.ReadAllText(path), path)).Aggregate(Empty, Merge);

    /// <summary>Reads a document; relative paths in it are relative to <paramref name="path"/>'s directory.</summary>
    /// <exception cref="ConfigurationException">The document is broken.</exception>
    public static Kubeconfig Parse(string text, string path = "")
    {
        Value document;
        try
        {
            document = YamlDocument.Read(text);
        }
        catch (ConfigurationException e)
        {
            throw new ConfigurationException($"error loading config file \"{path}\": {e.Message}", e);
        }

        return new Kubeconfig
        {
            Clusters = Entries(document["clusters"], "cluster", path),
            Users = Entries(document["users"], "user", path),
            Contexts = Entries(document["contexts"], "context", path),
            CurrentContext = document["current-context"].AsString ?? "",
        };
    }

    /// <summary>No cluster, no user, no context.</summary>
    public static Kubeconfig Empty { get; } = new()
    {
        Clusters = new Dictionary<string, KubeconfigEntry>(),
        Users = new Dictionary<string, KubeconfigEntry>(),
        Contexts = new Dictionary<string, KubeconfigEntry>(),
    };

    /// <summary>The configuration of a context, with what <paramref name="overrides"/> (kubectl's flags) puts in its place.</summary>
    /// <exception cref="ConfigurationException">The context, its cluster or its user is not there or is wrong.</exception>
    public ClientConfig ToClientConfig(KubeconfigOverrides? overrides = null)
    {
        overrides ??= new KubeconfigOverrides();
        var name = overrides.Context.Length > 0 ? overrides.Context : CurrentContext;
        var context = name.Length == 0 ? default : Contexts.TryGetValue(name, out var entry) ? entry.Value : throw new ConfigurationException($"context \"{name}\" does not exist");
        var cluster = Find(Clusters, "cluster", overrides.Cluster, context["cluster"].AsString);
        var user = Find(Users, "auth info", overrides.User, context["user"].AsString);
        if (cluster is null && overrides.Server.Length == 0)
        {
            throw new ConfigurationException(
                "invalid configuration: no configuration has been provided, try setting KUBERNETES_MASTER environment variable");
        }

        var config = WithUser(WithCluster(new ClientConfig(), cluster), user);
        return overrides.Apply(config) with
        {
            Namespace = overrides.Namespace.Length > 0 ? overrides.Namespace : context["namespace"].AsString is { Length: > 0 } set ? set : "default",
        };
    }

    private static KubeconfigEntry? Find(IReadOnlyDictionary<string, KubeconfigEntry> entries, string what, string wanted, string? fromContext)
    {
        var name = wanted.Length > 0 ? wanted : fromContext;
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        return entries.TryGetValue(name, out var entry) ? entry : throw new ConfigurationException($"{what} \"{name}\" does not exist");
    }

    private static ClientConfig WithCluster(ClientConfig config, KubeconfigEntry? entry)
    {
        if (entry is null)
        {
            return config;
        }

        var server = entry.Text("server");
        if (!Uri.TryCreate(server.Contains("://", StringComparison.Ordinal) ? server : $"http://{server}", UriKind.Absolute, out var uri))
        {
            throw new ConfigurationException($"invalid configuration: host must be a URL or a host:port pair: \"{server}\"");
        }

        return config with
        {
            Server = uri,
            CertificateAuthorityData = entry.Base64("certificate-authority-data"),
            CertificateAuthorityFile = entry.File("certificate-authority"),
            InsecureSkipTlsVerify = entry.Value["insecure-skip-tls-verify"].AsBoolean ?? false,
            TlsServerName = entry.Text("tls-server-name"),
            ProxyUrl = entry.Text("proxy-url"),
            DisableCompression = entry.Value["disable-compression"].AsBoolean ?? false,
        };
    }

    private static ClientConfig WithUser(ClientConfig config, KubeconfigEntry? entry)
    {
        if (entry is null)
        {
            return config;
        }

        var user = entry.Value;
        return config with
        {
            ClientCertificateData = entry.Base64("client-certificate-data"),
            ClientCertificateFile = entry.File("client-certificate"),
            ClientKeyData = entry.Base64("client-key-data"),
            ClientKeyFile = entry.File("client-key"),
            BearerToken = entry.Text("token"),
            BearerTokenFile = entry.File("tokenFile"),
            Username = entry.Text("username"),
            Password = entry.Text("password"),
            ImpersonateUser = entry.Text("as"),
            ImpersonateUid = entry.Text("as-uid"),
            ImpersonateGroups = [.. user["as-groups"].Items.Select(group => group.AsString ?? "")],
            ImpersonateExtra =
            [
                .. user["as-user-extra"].Entries.SelectMany(extra => extra.Value.Items.Select(value => new KeyValuePair<string, string>(extra.Key, value.AsString ?? ""))),
            ],
            Exec = user["exec"].IsMap ? Exec(user["exec"], entry) : null,
        };
    }

    private static ExecConfig Exec(Value exec, KubeconfigEntry entry)
    {
        var command = exec["command"].AsString ?? "";
        if (command.Length == 0)
        {
            throw new ConfigurationException($"invalid configuration: command must be specified for {entry.Name} to use exec authentication plugin");
        }

        if ((exec["apiVersion"].AsString ?? "").Length == 0)
        {
            throw new ConfigurationException($"invalid configuration: apiVersion must be specified for {entry.Name} to use exec authentication plugin");
        }

        var relative = command.Contains('/', StringComparison.Ordinal) && !Path.IsPathRooted(command);
        return new ExecConfig(exec["apiVersion"].AsString!, relative ? Path.Combine(entry.Directory, command) : command)
        {
            Args = [.. exec["args"].Items.Select(argument => argument.AsString ?? argument.ToString())],
            Env = [.. exec["env"].Items.Select(pair => new KeyValuePair<string, string>(pair["name"].AsString ?? "", pair["value"].AsString ?? ""))],
            InstallHint = exec["installHint"].AsString ?? "",
            ProvideClusterInfo = exec["provideClusterInfo"].AsBoolean ?? false,
            InteractiveMode = exec["interactiveMode"].AsString ?? "IfAvailable",
        };
    }

    private static Dictionary<string, KubeconfigEntry> Entries(Value list, string key, string path)
    {
        var entries = new Dictionary<string, KubeconfigEntry>(StringComparer.Ordinal);
        foreach (var item in list.Items)
        {
            var name = item["name"].AsString ?? item["name"].ToString();
            entries.TryAdd(name, new KubeconfigEntry(name, item[key], path));
        }

        return entries;
    }

    private static Kubeconfig Merge(Kubeconfig first, Kubeconfig second) => new()
    {
        Clusters = Union(first.Clusters, second.Clusters),
        Users = Union(first.Users, second.Users),
        Contexts = Union(first.Contexts, second.Contexts),
        CurrentContext = first.CurrentContext.Length > 0 ? first.CurrentContext : second.CurrentContext,
    };

    private static Dictionary<string, KubeconfigEntry> Union(IReadOnlyDictionary<string, KubeconfigEntry> first, IReadOnlyDictionary<string, KubeconfigEntry> second)
    {
        var union = new Dictionary<string, KubeconfigEntry>(first, StringComparer.Ordinal);
        foreach (var (name, entry) in second)
        {
            union.TryAdd(name, entry);
        }

        return union;
    }
}

/// <summary>A named cluster, user or context and the file it stands in. Immutable.</summary>
public sealed record KubeconfigEntry(string Name, Value Value, string Path)
{
    /// <summary>The directory that relative paths refer to.</summary>
    public string Directory => Path.Length == 0 ? "" : System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path)) ?? "";

    internal string Text(string key) => Value[key].AsString ?? (Value[key].IsNull ? "" : Value[key].ToString());

    internal string File(string key) => Text(key) is { Length: > 0 } file ? System.IO.Path.Combine(Directory, file) : "";

    internal string Base64(string key)
    {
        var text = Text(key);
        try
        {
            return text.Length == 0 ? "" : Encoding.UTF8.GetString(Convert.FromBase64String(text));
        }
        catch (FormatException e)
        {
            throw new ConfigurationException($"{key} of \"{Name}\" in {Path}: illegal base64 data", e);
        }
    }
}
