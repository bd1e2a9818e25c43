using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.VolumeProtection;

/// <summary>Holds volumes that are to be deleted by a finalizer while a claim is bound to them.</summary>
public sealed class VolumeProtectionController : IController
{
    private const string Finalizer = "kubernetes.io/pv-protection";
    private readonly ControllerContext _context;
    private readonly SharedInformer<PersistentVolume> _volumes;
    private readonly ReconcilerHost<string> _host;

    /// <summary>Joins the informers.</summary>
    public VolumeProtectionController(ControllerContext context)
    {
        _context = context;
        _host = context.Host<string>("pvprotection", 1, ReconcileAsync);
        _volumes = context.Informers.For<PersistentVolume>();
        _volumes.AddHandler(Look, (_, after) => Look(after));
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    private static ValueList<string>? Wanted(PersistentVolume volume)
    {
        var held = volume.Metadata.Finalizers.Contains(Finalizer);
        return (volume.IsDeleting(), held) switch
        {
            (false, false) => volume.Metadata.Finalizers.Add(Finalizer),
            (true, true) when volume.Status.Phase != "Bound" => volume.Metadata.Finalizers.Where(one => one != Finalizer).ToValueList(),
            _ => null,
        };
    }

    private void Look(PersistentVolume volume)
    {
        if (Wanted(volume) is not null)
        {
            _host.Queue.Add(volume.Metadata.Name);
        }
    }

    private async ValueTask ReconcileAsync(string name, CancellationToken cancellationToken)
    {
        if (_volumes.Get("", name) is { } volume && Wanted(volume) is { } finalizers)
        {
            (await _context.Client.UpdateAsync(volume with { Metadata = volume.Metadata with { Finalizers = finalizers } }, cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull();
        }
    }
}
