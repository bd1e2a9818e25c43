using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.StorageV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Controllers.Nodes;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Events;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.Attachments;

/// <summary>Asks CSI drivers, by VolumeAttachments, to attach to each node the volumes of its pods, and to take away what no pod uses.</summary>
public sealed class AttachmentController : IController
{
    private const string ByNode = "attachment-node";
    private readonly ControllerContext _context;
    private readonly SharedInformer<Pod> _pods;
    private readonly SharedInformer<Node> _nodes;
    private readonly SharedInformer<PersistentVolume> _volumes;
    private readonly SharedInformer<PersistentVolumeClaim> _claims;
    private readonly SharedInformer<CSIDriver> _drivers;
    private readonly SharedInformer<VolumeAttachment> _attachments;
    private readonly IEventRecorder _events;
    private readonly ReconcilerHost<string> _host;

    /// <summary>Joins the informers.</summary>
    public AttachmentController(ControllerContext context)
    {
        _context = context;
        _events = context.EventsAs("attachdetach-controller");
        _host = context.Host<string>("attachdetach", 4, ReconcileAsync);
        _nodes = context.Informers.For<Node>();
        _volumes = context.Informers.For<PersistentVolume>();
        _claims = context.Informers.For<PersistentVolumeClaim>();
        _drivers = context.Informers.For<CSIDriver>();
        _pods = context.Informers.For<Pod>().AddIndex(PodsByNode.Index, PodsByNode.Keys);
        _attachments = context.Informers.For<VolumeAttachment>().AddIndex(ByNode, attachment => [attachment.Spec.NodeName]);
        _pods.AddHandler(PodChanged, (before, after) =>
        {
            if (before.Spec.NodeName != after.Spec.NodeName || before.Status.Phase != after.Status.Phase)
            {
                PodChanged(after);
            }
        }, PodChanged);
        _claims.AddHandler(updated: (before, after) =>
        {
            if (before.Spec.VolumeName != after.Spec.VolumeName)
            {
                foreach (var pod in _pods.List(after.Metadata.Namespace))
                {
                    PodChanged(pod);
                }
            }
        });
        _nodes.AddHandler(Look, (before, after) =>
        {
            if (before.Status.VolumesInUse != after.Status.VolumesInUse || before.Spec.Taints != after.Spec.Taints)
            {
                Look(after);
            }
        }, Look);
        _attachments.AddHandler(Changed, (_, after) => Changed(after), Changed);
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    private void Look(Node node) => _host.Queue.Add(node.Metadata.Name);

    private void Changed(VolumeAttachment attachment) => _host.Queue.Add(attachment.Spec.NodeName);

    private void PodChanged(Pod pod)
    {
        if (pod.Spec.NodeName.Length > 0 && pod.Spec.Volumes.Any(volume => volume.VolumeSource.PersistentVolumeClaim is not null || volume.VolumeSource.Ephemeral is not null))
        {
            _host.Queue.Add(pod.Spec.NodeName);
        }
    }

    private PersistentVolume? VolumeOf(Pod pod, string claimName) =>
        _claims.Get(pod.Metadata.Namespace, claimName) is { Spec.VolumeName: { Length: > 0 } volume } ? _volumes.Get("", volume) : null;

    private bool Attaches(string driver) => _drivers.Get("", driver)?.Spec.AttachRequired ?? true;

    private async ValueTask ReconcileAsync(string name, CancellationToken cancellationToken)
    {
        var node = _nodes.Get("", name);
        var pods = _pods.ByIndex(PodsByNode.Index, name);
        var wanted = node is null ? [] : AttachmentDecision.Wanted(name, pods, VolumeOf, Attaches);
        var there = _attachments.ByIndex(ByNode, name).Where(one => one.Spec.Source.PersistentVolumeName is not null).ToList();
        foreach (var attachment in wanted.Where(one => !there.Any(has => has.Metadata.Name == one.Metadata.Name)))
        {
            var result = await _context.Client.CreateAsync(attachment, cancellationToken: cancellationToken).ConfigureAwait(false);
            if (!result.Ok && !result.IsAlreadyExists)
            {
                Tell(pods, attachment, EventType.Warning, "FailedAttachVolume", $"AttachVolume.Attach failed for volume \"{attachment.Spec.Source.PersistentVolumeName}\" : {result.Message}");
                throw new ApiException(result.Status);
            }
        }

        foreach (var attachment in there.Where(one => one.Metadata.DeletionTimestamp is null && !wanted.Any(want => want.Metadata.Name == one.Metadata.Name)))
        {
            var source = _volumes.Get("", attachment.Spec.Source.PersistentVolumeName!)?.Spec.PersistentVolumeSource.Csi;
            if (source is null || AttachmentDecision.MayDetach(node, AttachmentDecision.UniqueNameOf(source)))
            {
                (await _context.Client.DeleteAsync<VolumeAttachment>("", attachment.Metadata.Name, cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull();
            }
        }

        await TellNodeAsync(node, there, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask TellNodeAsync(Node? node, List<VolumeAttachment> there, CancellationToken cancellationToken)
    {
        var pairs = there.Select(one => (Attachment: one, Volume: _volumes.Get("", one.Spec.Source.PersistentVolumeName!)!)).Where(one => one.Volume is not null).ToList();
        var attached = AttachmentDecision.Attached(pairs);
        if (node is null || attached == node.Status.VolumesAttached)
        {
            return;
        }

        var list = Value.List([.. attached.Select(one => Value.MapOf(("name", one.Name), ("devicePath", one.DevicePath)))]);
        var patch = Patch.Merge(Value.MapOf(("status", Value.MapOf(("volumesAttached", attached.IsEmpty ? Value.Null : list)))));
        (await _context.Client.PatchAsync<Node>("", node.Metadata.Name, patch, "status", cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull();
        foreach (var one in attached.Where(one => !node.Status.VolumesAttached.Contains(one)))
        {
            var attachment = pairs.First(pair => pair.Volume.Spec.PersistentVolumeSource.Csi is { } csi && AttachmentDecision.UniqueNameOf(csi) == one.Name).Attachment;
            Tell(_pods.ByIndex(PodsByNode.Index, node.Metadata.Name), attachment, EventType.Normal, "SuccessfulAttachVolume", $"AttachVolume.Attach succeeded for volume \"{attachment.Spec.Source.PersistentVolumeName}\" ");
        }
    }

    private void Tell(IEnumerable<Pod> pods, VolumeAttachment attachment, string type, string reason, string message)
    {
        foreach (var pod in pods.Where(pod => pod.Spec.Volumes.Any(volume =>
            volume.VolumeSource.PersistentVolumeClaim?.ClaimName is { } claim && VolumeOf(pod, claim)?.Metadata.Name == attachment.Spec.Source.PersistentVolumeName)))
        {
            _events.Event(pod, type, reason, message);
        }
    }
}
