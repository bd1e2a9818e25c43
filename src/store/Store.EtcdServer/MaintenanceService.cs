using System.Security.Cryptography;
using Cybernetes.Store.Etcd.Protocol;
using Google.Protobuf;
using Grpc.Core;

namespace Cybernetes.Store.EtcdServer;

/// <summary>etcd's Maintenance service. Snapshots are the store's own format, followed by their SHA-256 as etcd's are.</summary>
internal sealed class MaintenanceService(IStore store, Member member) : Maintenance.MaintenanceBase
{
    private const int Chunk = 32 * 1024;

    public override async Task<StatusResponse> Status(StatusRequest request, ServerCallContext context)
    {
        var status = await store.GetStatusAsync(context.CancellationToken).ConfigureAwait(false);
        var index = (ulong)status.Revision.Value;
        return new StatusResponse
        {
            Header = member.Header(status.Revision),
            Version = status.Version,
            StorageVersion = status.Version,
            DbSize = status.SizeBytes,
            DbSizeInUse = status.SizeInUseBytes,
            Leader = Member.Id,
            RaftIndex = index,
            RaftAppliedIndex = index,
            RaftTerm = 1,
        };
    }

    /// <summary>No alarm is ever raised: a full disk fails the write and nothing else.</summary>
    public override Task<AlarmResponse> Alarm(AlarmRequest request, ServerCallContext context) =>
        Task.FromResult(new AlarmResponse { Header = member.Header() });

    /// <summary>The file shrinks by itself.</summary>
    public override Task<DefragmentResponse> Defragment(DefragmentRequest request, ServerCallContext context) =>
        Task.FromResult(new DefragmentResponse { Header = member.Header() });

    public override async Task Snapshot(SnapshotRequest request, IServerStreamWriter<SnapshotResponse> responseStream, ServerCallContext context)
    {
        var path = Path.Combine(Path.GetTempPath(), $"c8s-etcd-snapshot-{Guid.NewGuid():n}");
        var version = (await store.GetStatusAsync(context.CancellationToken).ConfigureAwait(false)).Version;
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, Chunk, FileOptions.DeleteOnClose);
        await store.SnapshotAsync(file, context.CancellationToken).ConfigureAwait(false);
        file.Position = 0;
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var left = file.Length + SHA256.HashSizeInBytes;
        var buffer = new byte[Chunk];
        int read;
        while ((read = await file.ReadAsync(buffer, context.CancellationToken).ConfigureAwait(false)) > 0)
        {
            sum.AppendData(buffer, 0, read);
            left -= read;
            await SendAsync(ByteString.CopyFrom(buffer, 0, read)).ConfigureAwait(false);
        }
        left = 0;
        await SendAsync(ByteString.CopyFrom(sum.GetHashAndReset())).ConfigureAwait(false);

        Task SendAsync(ByteString blob) => responseStream.WriteAsync(
            new SnapshotResponse { Header = member.Header(), Blob = blob, RemainingBytes = (ulong)left, Version = version }, context.CancellationToken);
    }
}
