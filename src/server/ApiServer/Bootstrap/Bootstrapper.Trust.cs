using System.Globalization;
using System.Text;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.Bootstrap;

/// <summary>What the servers around this one must know to believe its users, and since when the uses of tokens in Secrets are told.</summary>
public sealed partial class Bootstrapper
{
    private async Task TrustAsync(CancellationToken cancellationToken)
    {
        var authorities = options.ClientCaFile.Length > 0 ? options.ClientCaFile : Path.Combine(options.DataDirectory, "pki", "ca.crt");
        var data = ValueMap.Of(("client-ca-file", await File.ReadAllTextAsync(authorities, cancellationToken).ConfigureAwait(false)));
        var guards = options.Guards;
        if (guards.FrontProxyCaFile.Length > 0)
        {
            data = data
                .With("requestheader-client-ca-file", await File.ReadAllTextAsync(guards.FrontProxyCaFile, cancellationToken).ConfigureAwait(false))
                .With("requestheader-allowed-names", Texts(guards.FrontProxy.AllowedNames))
                .With("requestheader-username-headers", Texts(guards.FrontProxy.UserHeaders))
                .With("requestheader-group-headers", Texts(guards.FrontProxy.GroupHeaders))
                .With("requestheader-extra-headers-prefix", Texts(guards.FrontProxy.ExtraPrefixes));
            if (guards.FrontProxy.UidHeaders.Count > 0)
            {
                data = data.With("requestheader-uid-headers", Texts(guards.FrontProxy.UidHeaders));
            }
        }

        // Another server may have other authorities of front proxies; what it wrote under keys that this one has not stays.
        var trust = new ConfigMap { Metadata = new() { Name = "extension-apiserver-authentication", Namespace = "kube-system" }, Data = data };
        await EnsureAsync(trust, cancellationToken, (there, wanted) => there.Data.Overlay(wanted.Data) is var merged && merged == there.Data ? null : there with { Data = merged }).ConfigureAwait(false);
        var since = new ConfigMap
        {
            Metadata = new() { Name = "kube-apiserver-legacy-service-account-token-tracking", Namespace = "kube-system" },
            Data = ValueMap.Of(("since", time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
        };
        await EnsureAsync(since, cancellationToken).ConfigureAwait(false);
    }

    private static string Texts(IReadOnlyList<string> texts) => Encoding.UTF8.GetString(Value.List([.. texts.Select(text => (Value)text)]).ToJson());
}
