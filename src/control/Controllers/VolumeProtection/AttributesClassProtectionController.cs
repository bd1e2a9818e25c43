using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.StorageV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.VolumeProtection;

/// <summary>Holds VolumeAttributesClasses that are to be deleted by a finalizer while a claim or a volume names them.</summary>
public sealed class AttributesClassProtectionController : IController
{
    private const string Finalizer = "kubernetes.io/vac-protection";
    private const string ByClass = "volume-attributes-class";
    private readonly ControllerContext _context;
    private readonly SharedInformer<VolumeAttributesClass> _classes;
    private readonly SharedInformer<PersistentVolumeClaim> _claims;
    private readonly SharedInformer<PersistentVolume> _volumes;
    private readonly ReconcilerHost<string> _host;

    /// <summary>Joins the informers.</summary>
    public AttributesClassProtectionController(ControllerContext context)
    {
        _context = context;
        _host = context.Host<string>("volume_attributes_class_protection", 1, ReconcileAsync);
        _classes = context.Informers.For<VolumeAttributesClass>();
        _claims = context.Informers.For<PersistentVolumeClaim>().AddIndex(ByClass, NamedBy);
        _volumes = context.Informers.For<PersistentVolume>().AddIndex(ByClass, NamedBy);
        _classes.AddHandler(Look, (_, after) => Look(after));
        _claims.AddHandler(updated: (before, after) => Released(NamedBy(before), NamedBy(after)), deleted: claim => Released(NamedBy(claim), []));
        _volumes.AddHandler(updated: (before, after) => Released(NamedBy(before), NamedBy(after)), deleted: volume => Released(NamedBy(volume), []));
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    private static IEnumerable<string> NamedBy(PersistentVolumeClaim claim) => Named(
        claim.Spec.VolumeAttributesClassName, claim.Status.CurrentVolumeAttributesClassName, claim.Status.ModifyVolumeStatus?.TargetVolumeAttributesClassName);

    private static IEnumerable<string> NamedBy(PersistentVolume volume) => Named(volume.Spec.VolumeAttributesClassName);

    private static IEnumerable<string> Named(params string?[] names) => names.Where(name => !string.IsNullOrEmpty(name)).Select(name => name!).Distinct(StringComparer.Ordinal);

    private void Look(VolumeAttributesClass each) => _host.Queue.Add(each.Metadata.Name);

    private void Released(IEnumerable<string> before, IEnumerable<string> after)
    {
        foreach (var name in before.Except(after, StringComparer.Ordinal))
        {
            _host.Queue.Add(name);
        }
    }

    private async ValueTask ReconcileAsync(string name, CancellationToken cancellationToken)
    {
        if (_classes.Get("", name) is not { } each)
        {
            return;
        }

        var held = each.Metadata.Finalizers.Contains(Finalizer);
        ValueList<string>? finalizers = (each.IsDeleting(), held) switch
        {
            (false, false) => each.Metadata.Finalizers.Add(Finalizer),
            (true, true) when _claims.ByIndex(ByClass, name).Count == 0 && _volumes.ByIndex(ByClass, name).Count == 0 => each.Metadata.Finalizers.Where(one => one != Finalizer).ToValueList(),
            _ => null,
        };
        if (finalizers is { } wanted)
        {
            (await _context.Client.UpdateAsync(each with { Metadata = each.Metadata with { Finalizers = wanted } }, cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull();
        }
    }
}
