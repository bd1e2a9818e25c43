using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.Bootstrap;

/// <summary>Signs the ConfigMap <c>kube-public/cluster-info</c> with every bootstrap token that is for signing, so that those who join can trust it.</summary>
public sealed class BootstrapSigner : IController
{
    private const string Prefix = "jws-kubeconfig-";
    private readonly ControllerContext _context;
    private readonly SharedInformer<ConfigMap> _maps;
    private readonly SharedInformer<Secret> _secrets;
    private readonly ReconcilerHost<string> _host;

    /// <summary>Joins the informers.</summary>
    public BootstrapSigner(ControllerContext context)
    {
        _context = context;
        _host = context.Host<string>("bootstrap_signer_queue", 1, ReconcileAsync);
        _maps = context.Informers.For<ConfigMap>(new InformerScope("kube-public", FieldSelector: "metadata.name=cluster-info"));
        _secrets = context.Informers.For<Secret>(new InformerScope("kube-system", FieldSelector: "type=" + BootstrapTokens.SecretType));
        _maps.AddHandler(_ => _host.Queue.Add(""), (_, _) => _host.Queue.Add(""));
        _secrets.AddHandler(_ => _host.Queue.Add(""), (_, _) => _host.Queue.Add(""), _ => _host.Queue.Add(""));
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    private async ValueTask ReconcileAsync(string key, CancellationToken cancellationToken)
    {
        if (_maps.Get("kube-public", "cluster-info") is not { } map || !map.Data.TryGetValue("kubeconfig", out var content))
        {
            return;
        }

        var data = map.Data.Where(entry => !entry.Key.StartsWith(Prefix, StringComparison.Ordinal)).ToList();
        foreach (var secret in _secrets.List())
        {
            if (BootstrapTokens.SigningToken(secret, _context.Now) is var (id, value))
            {
                data.Add(new(Prefix + id, BootstrapTokens.Sign(content, id, value)));
            }
        }

        var signed = ValueMap.From(data);
        if (signed != map.Data)
        {
            (await _context.Client.UpdateAsync(map with { Data = signed }, cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull();
        }
    }
}
