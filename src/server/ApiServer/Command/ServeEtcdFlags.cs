using System.Collections.Immutable;
using Cybernetes.Base.Flags;
using Cybernetes.Store.EtcdServer;

namespace Cybernetes.ApiServer.Command;

/// <summary>The flags that let a server's store be read and written by etcd's own tools, see <see cref="EtcdApiServer"/>.</summary>
public sealed class ServeEtcdFlags(FlagSet flags)
{
    private readonly Flag<ImmutableArray<string>> _urls = flags.Strings(
        "serve-etcd", default, "Serve the store by etcd's v3 API at these URLs: unix:///path, which only root may use, or https://address:port.");

    private readonly Flag<string> _certificate = flags.String("serve-etcd-certfile", "", "The certificate shown to etcd's clients, for https.");
    private readonly Flag<string> _key = flags.String("serve-etcd-keyfile", "", "The key of --serve-etcd-certfile.");
    private readonly Flag<string> _authority = flags.String("serve-etcd-trusted-ca-file", "", "The authority that certificates of etcd's clients must come from, for https.");

    /// <summary>Where the store is served; null for nowhere.</summary>
    /// <exception cref="FlagException">https without all three files: whoever reaches etcd's API may do everything.</exception>
    public EtcdServerOptions? ToOptions()
    {
        if (_urls.Value.IsDefaultOrEmpty)
        {
            return null;
        }

        if (_urls.Value.Any(url => url.StartsWith("https:", StringComparison.Ordinal)) && new[] { _certificate, _key, _authority }.Any(file => file.Value.Length == 0))
        {
            throw new FlagException("--serve-etcd on https needs --serve-etcd-certfile, --serve-etcd-keyfile and --serve-etcd-trusted-ca-file");
        }

        return new EtcdServerOptions
        {
            ListenUrls = _urls.Value,
            CertFile = _certificate.Value,
            KeyFile = _key.Value,
            ClientCaFile = _authority.Value.Length > 0 ? _authority.Value : null,
        };
    }
}
