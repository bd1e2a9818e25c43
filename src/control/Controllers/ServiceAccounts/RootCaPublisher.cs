using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.ServiceAccounts;

/// <summary>Keeps the API server's authority in every namespace, as the ConfigMap <c>kube-root-ca.crt</c>.</summary>
public sealed class RootCaPublisher : IController
{
    private const string Name = "kube-root-ca.crt";
    private const string DescriptionKey = "kubernetes.io/description";
    private const string Description =
        "Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc. " +
        "No other usage is guaranteed across distributions of Kubernetes clusters.";

    private readonly ControllerContext _context;
    private readonly SharedInformer<Namespace> _namespaces;
    private readonly SharedInformer<ConfigMap> _maps;
    private readonly ReconcilerHost<string> _host;

    /// <summary>Joins the informers.</summary>
    public RootCaPublisher(ControllerContext context)
    {
        _context = context;
        _host = context.Host<string>("root_ca_cert_publisher", 1, ReconcileAsync);
        _namespaces = context.Informers.For<Namespace>();
        _maps = context.Informers.For<ConfigMap>(new InformerScope(FieldSelector: $"metadata.name={Name}"));
        _namespaces.AddHandler(each => _host.Queue.Add(each.Metadata.Name), (_, each) => _host.Queue.Add(each.Metadata.Name));
        _maps.AddHandler(updated: (_, map) => _host.Queue.Add(map.Metadata.Namespace), deleted: map => _host.Queue.Add(map.Metadata.Namespace));
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    private async ValueTask ReconcileAsync(string @namespace, CancellationToken cancellationToken)
    {
        if (_namespaces.Get("", @namespace) is not { Status.Phase: "Active" })
        {
            return;
        }

        var data = ValueMap.Of(("ca.crt", _context.Options.RootCa));
        if (_maps.Get(@namespace, Name) is not { } current)
        {
            var map = new ConfigMap
            {
                Metadata = new ObjectMeta { Name = Name, Namespace = @namespace, Annotations = ValueMap.Of((DescriptionKey, Description)) },
                Data = data,
            };
            var result = await _context.Client.CreateAsync(map, cancellationToken: cancellationToken).ConfigureAwait(false);
            if (!result.Ok && !result.IsAlreadyExists && !result.IsNamespaceTerminating)
            {
                throw new ApiException(result.Status);
            }

            return;
        }

        if (current.Data == data && current.Metadata.Annotations.GetValueOrDefault(DescriptionKey) == Description)
        {
            return;
        }

        var changed = current with { Data = data, Metadata = current.Metadata with { Annotations = current.Metadata.Annotations.With(DescriptionKey, Description) } };
        (await _context.Client.UpdateAsync(changed, cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull();
    }
}
