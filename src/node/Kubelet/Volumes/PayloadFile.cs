namespace Cybernetes.Kubelet.Volumes;

/// <summary>A file that <see cref="AtomicWriter"/> writes; the owner is a user id, or null for root.</summary>
internal sealed record PayloadFile(ReadOnlyMemory<byte> Content, int Mode, long? Owner = null);
