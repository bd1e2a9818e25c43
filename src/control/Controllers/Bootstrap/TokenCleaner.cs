using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.Bootstrap;

/// <summary>Deletes bootstrap tokens when their time is over.</summary>
public sealed class TokenCleaner : IController
{
    private readonly ControllerContext _context;
    private readonly SharedInformer<Secret> _secrets;
    private readonly ReconcilerHost<NamespacedName> _host;

    /// <summary>Joins the informers.</summary>
    public TokenCleaner(ControllerContext context)
    {
        _context = context;
        _host = context.Host<NamespacedName>("token_cleaner", 1, ReconcileAsync);
        _secrets = context.Informers.For<Secret>(new InformerScope("kube-system", FieldSelector: "type=" + BootstrapTokens.SecretType));
        _secrets.AddHandler(secret => _host.Queue.Add(NamespacedName.Of(secret)), (_, secret) => _host.Queue.Add(NamespacedName.Of(secret)));
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    private async ValueTask<TimeSpan?> ReconcileAsync(NamespacedName key, CancellationToken cancellationToken)
    {
        if (_secrets.Get(key) is not { } secret || BootstrapTokens.EndOf(secret) is not { } end)
        {
            return null;
        }

        if (end > _context.Now)
        {
            return end - _context.Now;
        }

        var options = new DeleteOptions { Preconditions = new Api.MetaV1.Preconditions { Uid = secret.Metadata.Uid } };
        (await _context.Client.DeleteAsync<Secret>(key.Namespace, key.Name, options, cancellationToken).ConfigureAwait(false)).OrNull();
        return null;
    }
}
