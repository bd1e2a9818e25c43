using System.Diagnostics;
using Cybernetes.Store.Embedded;

namespace Cybernetes.Store.Robustness.Tests;

/// <summary>A disk that is really full: a small tmpfs, so only for root.</summary>
public sealed class FullDiskTests
{
    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        return process.ExitCode;
    }

    [Fact]
    public async Task FullDiskFailsTheWriterKeepsReadersAndHeals()
    {
        Assert.SkipUnless(Environment.UserName == "root", "mounting needs root");
        var directory = Directory.CreateTempSubdirectory("c8s-full-").FullName;
        Assert.SkipUnless(Run("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", directory) == 0, "mounting is not allowed here");
        try
        {
            var path = Path.Combine(directory, "state.db");
            var ballast = Path.Combine(directory, "ballast");
            await File.WriteAllBytesAsync(ballast, new byte[8 << 20]);
            var written = 0;
            await using (var store = EmbeddedStore.Open(path))
            {
                var thrown = await Assert.ThrowsAsync<StoreException>(async () =>
                {
                    for (; ; written++)
                    {
                        await store.PutAsync($"k{written}", new byte[50_000]);
                    }
                });
                Assert.Equal((StoreError.NoSpace, true), (thrown.Error, thrown.IsCertain));
                Assert.True(written > 10);
                Assert.Equal(written, (await store.RangeAsync(new RangeRequest(KeyRange.All))).Count);
                Assert.Equal(written + 1, store.CurrentRevision.Value);
                var watched = await store.WatchAsync(new WatchRequest(KeyRange.All, new Revision(2))).Take(written).CountAsync();
                Assert.Equal(written, watched);

                File.Delete(ballast);
                Assert.Equal(written + 2, (await store.PutAsync("healed", new byte[50_000])).Revision.Value);
            }
            await using var again = EmbeddedStore.Open(path);
            Assert.Equal(written + 1, (await again.RangeAsync(new RangeRequest(KeyRange.All))).Count);
        }
        finally
        {
            Run("umount", directory);
            Directory.Delete(directory, recursive: true);
        }
    }
}
